//! Copies of chats: a simhash over what is said, and groups of chats whose hashes nearly agree.
//!
//! A simhash (Charikar, 2002) asks every three words in a row for 64 bits and lets them vote on each bit.

use shared::chat::{DISTANCE_MAX, Fingerprint};

use super::words::mixed;

/// Fewer runs of three words than this tell nothing: greetings would all be copies of each other.
const SHINGLES_MIN: u64 = 12;
/// What a byte can count to.
const LANE_MAX: u32 = u8::MAX as u32;
/// The lowest bit of each byte.
const LANES: u64 = 0x0101_0101_0101_0101;
/// Bands of the hash: of eight, one at least is the same in two hashes that differ in seven bits or fewer.
const BANDS: u32 = 8;
const _: () = assert!(DISTANCE_MAX < BANDS);

/// A fingerprint in the making.
#[derive(Default)]
pub(super) struct Voting {
    before: [u64; 2],
    words: u64,
    /// For each bit of the hash how many shingles set it: bit `8 i + j` in `votes[i][j]`.
    votes: [[u32; 8]; 8],
    /// The same for the last few shingles, in byte `i` of `lanes[j]`.
    lanes: [u64; 8],
    in_lanes: u32,
}

impl Voting {
    /// Takes in the next word, by its hash.
    pub(super) fn add(&mut self, word: u64) {
        let [first, second] = self.before;
        self.before = [second, word];
        self.words += 1;
        if self.words < 3 {
            return;
        }
        let bits = mixed(first.rotate_left(21) ^ second.rotate_left(42) ^ word);
        for (shift, lane) in self.lanes.iter_mut().enumerate() {
            *lane += bits >> shift & LANES;
        }
        self.in_lanes += 1;
        if self.in_lanes == LANE_MAX {
            self.count();
        }
    }

    /// Moves what the lanes counted to the votes.
    fn count(&mut self) {
        for (shift, lane) in self.lanes.iter_mut().enumerate() {
            for (byte, ones) in lane.to_le_bytes().into_iter().enumerate() {
                self.votes[byte][shift] += u32::from(ones);
            }
            *lane = 0;
        }
        self.in_lanes = 0;
    }

    /// The fingerprint, if there was enough to make one of.
    pub(super) fn end(mut self) -> Option<Fingerprint> {
        self.count();
        let shingles = self.words.saturating_sub(2);
        let is_set = |votes: u32| u64::from(u64::from(votes) * 2 > shingles);
        let bits = self.votes.iter().flatten().rev().fold(0, |bits, votes| bits << 1 | is_set(*votes));
        (shingles >= SHINGLES_MIN).then_some(Fingerprint(bits))
    }
}

/// Groups of two and more copies, by their positions; each group in order, and the groups by their first.
///
/// Chats are compared where a band of their fingerprints is the same, so ten thousand take a moment. A copy of a copy
/// is of the group, too.
pub fn duplicates(fingerprints: &[Option<Fingerprint>]) -> Vec<Vec<usize>> {
    let mut groups = Groups { leaders: (0..fingerprints.len()).collect() };
    let known = fingerprints.iter().enumerate().filter_map(|(place, one)| Some(((*one)?, place)));
    let mut known: Vec<_> = known.collect();
    known.sort_unstable();
    known.dedup_by(|later, first| {
        let is_equal = later.0 == first.0;
        if is_equal {
            groups.join(first.1, later.1);
        }
        is_equal
    });
    for band in 0..BANDS {
        let key = |one: &(Fingerprint, usize)| one.0.0.rotate_right(8 * band) & 0xff;
        known.sort_unstable_by_key(key);
        for bucket in known.chunk_by(|one, other| key(one) == key(other)) {
            groups.join_same(bucket);
        }
    }
    groups.of_several()
}

/// Who belongs together: each knows another of its group, and leaders know themselves.
struct Groups {
    leaders: Vec<usize>,
}

impl Groups {
    fn join_same(&mut self, bucket: &[(Fingerprint, usize)]) {
        for (index, (one, place)) in bucket.iter().enumerate() {
            for (other, other_place) in &bucket[index + 1..] {
                if one.same(*other) {
                    self.join(*place, *other_place);
                }
            }
        }
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.leader(one), self.leader(other));
        self.leaders[one.max(other)] = one.min(other);
    }

    /// The first of the group, which halves the way to it for the next to ask.
    fn leader(&mut self, mut place: usize) -> usize {
        while self.leaders[place] != place {
            self.leaders[place] = self.leaders[self.leaders[place]];
            place = self.leaders[place];
        }
        place
    }

    fn of_several(mut self) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.leaders.len()];
        for place in 0..self.leaders.len() {
            let leader = self.leader(place);
            groups[leader].push(place);
        }
        groups.retain(|group| group.len() > 1);
        groups
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::words;
    use super::*;

    fn of(text: &str) -> Option<Fingerprint> {
        let mut voting = Voting::default();
        words(text).for_each(|word| voting.add(word.hash));
        voting.end()
    }

    /// So many invented words, others for another seed.
    fn text(seed: u64, n_words: u64) -> String {
        let words = (0..n_words).map(|word| format!("w{}", mixed(seed * 100_000 + word) % 500));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_copy_with_other_marks_and_a_changed_word_is_the_same() {
        let one = text(1, 400);
        let copy = one.replace(' ', ",\n").to_uppercase().replacen("W", "x", 1);

        assert!(of(&one).unwrap().same(of(&copy).unwrap()));
        assert!(!of(&one).unwrap().same(of(&text(2, 400)).unwrap()));
    }

    #[test]
    fn the_order_of_words_counts() {
        let one = text(3, 60);
        let turned: Vec<_> = one.split(' ').rev().collect();

        assert!(!of(&one).unwrap().same(of(&turned.join(" ")).unwrap()));
    }

    #[test]
    fn little_text_has_none() {
        assert_eq!(of("Hello! How can I help you today?"), None);
        assert_eq!(of(""), None);
        assert!(of("東京は日本の首都であり、世界最大級の都市です。").is_some());
    }

    #[test]
    fn copies_are_grouped_with_copies_of_copies() {
        let bits = |bits| Some(Fingerprint(bits));
        let prints = [bits(0xff00), bits(u64::MAX), None, bits(0xff3f), bits(0xfff3f), None, bits(u64::MAX)];

        assert_eq!(duplicates(&prints), [vec![0, 3, 4], vec![1, 6]]);
        assert!(duplicates(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn bands_find_what_comparing_all_finds(seeds in proptest::collection::vec((0u64..6, 0u64..1 << 40), 0..40)) {
            let prints: Vec<_> = seeds.iter().map(|(seed, noise)| {
                let flips = (0..(noise % 5)).fold(0, |bits, at| bits | 1 << (mixed(noise + at) % 64));
                Some(Fingerprint(mixed(*seed) ^ flips))
            }).collect();
            let mut all = Groups { leaders: (0..prints.len()).collect() };
            for one in 0..prints.len() {
                for other in one + 1..prints.len() {
                    if prints[one].unwrap().same(prints[other].unwrap()) {
                        all.join(one, other);
                    }
                }
            }

            prop_assert_eq!(duplicates(&prints), all.of_several());
        }
    }
}
