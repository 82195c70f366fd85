//! Topics that many chats have in common, proposed from their keywords.
//!
//! Words are weighed by how often a chat says them and how few chats do (TF-IDF). Then, again and again, the word is
//! taken that speaks for most of the chats without a topic, together with the words that keep it company. Weights are
//! whole numbers, so that every machine proposes the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use shared::chat::{Evidence, Keyword, TopicProposal};

/// The fewest topics, as long as any word is of two chats.
pub const TOPICS_MIN: usize = 4;
/// The most topics.
pub const TOPICS_MAX: usize = 12;
/// The fewest chats of a topic.
const CHATS_MIN: usize = 2;
/// A topic beyond the fewest speaks for one chat in so many that have none, or more.
const CHATS_SHARE: usize = 50;
/// A word that more than one chat in so many says, parts nothing; where there are few chats, it may.
const COMMON_SHARE: usize = 2;
/// So many chats are few.
const FEW_CHATS: usize = 8;
/// How many words speak for a chat.
const STRONGEST: usize = 8;
/// The most keywords of a topic.
const KEYWORDS_MAX: usize = 6;
/// The most chats that are shown as evidence.
const EVIDENCE_MAX: usize = 3;

/// Topics for chats with these keywords, none twice in a chat; the topics that speak for most chats first.
///
/// A chat may be of several topics: the first that names it fits it best. Nothing is proposed for what only one chat
/// says. The same keywords give the same topics.
pub fn topics(chats: &[&[Keyword]]) -> Vec<TopicProposal> {
    let corpus = Corpus::new(chats);
    let mut topics = Vec::new();
    let mut is_covered = vec![false; chats.len()];
    let mut used = BTreeSet::new();
    while topics.len() < TOPICS_MAX {
        let fewest = match topics.len() {
            ..TOPICS_MIN => CHATS_MIN,
            _ => CHATS_MIN.max(chats.len() / CHATS_SHARE),
        };
        let Some(term) = corpus.next(&is_covered, &used, fewest) else { break };
        let topic = corpus.topic(term, &used);
        topic.chats.iter().for_each(|chat| is_covered[*chat] = true);
        used.extend(topic.terms.iter().copied());
        topics.push(corpus.proposal(topic));
    }
    topics
}

/// Chats by the words that speak for them.
struct Corpus<'a> {
    chats: &'a [&'a [Keyword]],
    /// The words of all chats, in order; a term is a position here.
    terms: Vec<&'a str>,
    /// For each chat, the words that speak for it, with their weights.
    strongest: Vec<Vec<(usize, u64)>>,
    /// For each term, the chats that it speaks for, with its weight there.
    holders: Vec<Vec<(usize, u64)>>,
}

/// A topic before it has words for people.
struct Cluster {
    /// The words, the one that it is named after first.
    terms: Vec<usize>,
    chats: Vec<usize>,
}

impl<'a> Corpus<'a> {
    fn new(chats: &'a [&'a [Keyword]]) -> Self {
        let mut frequencies = BTreeMap::<&str, usize>::new();
        for keyword in chats.iter().copied().flatten() {
            *frequencies.entry(&keyword.term).or_default() += 1;
        }
        let most = if chats.len() <= FEW_CHATS { chats.len() } else { chats.len() / COMMON_SHARE };
        frequencies.retain(|_, frequency| (CHATS_MIN..=most).contains(frequency));
        let terms: Vec<_> = frequencies.keys().copied().collect();
        let weigh = |keyword: &Keyword| {
            let frequency = frequencies.get(keyword.term.as_str())?;
            let term = terms.binary_search(&keyword.term.as_str()).ok()?;
            Some((term, weight(keyword.count, *frequency, chats.len())))
        };
        let strongest: Vec<_> =
            chats.iter().map(|chat| strongest(chat.iter().filter_map(weigh).collect())).collect();
        let holders = holders(&strongest, terms.len());
        Self { chats, terms, strongest, holders }
    }

    /// The unused word that speaks loudest for chats without a topic, if it speaks for `fewest` of them.
    fn next(&self, is_covered: &[bool], used: &BTreeSet<usize>, fewest: usize) -> Option<usize> {
        let gain = |term: &usize| {
            let open = self.holders[*term].iter().filter(|(chat, _)| !is_covered[*chat]);
            let (count, sum) = open.fold((0, 0), |(count, sum), (_, weight)| (count + 1, sum + weight));
            (count >= fewest).then_some(sum)
        };
        let unused = (0..self.terms.len()).filter(|term| !used.contains(term));
        let gains = unused.filter_map(|term| Some((gain(&term)?, Reverse(term))));
        gains.max().map(|(_, Reverse(term))| term)
    }

    /// The word with those that keep it company, and the chats that it or two of the others speak for.
    fn topic(&self, term: usize, used: &BTreeSet<usize>) -> Cluster {
        let own: BTreeSet<_> = self.holders[term].iter().map(|(chat, _)| *chat).collect();
        let mut company = BTreeMap::<usize, (usize, u64)>::new();
        for (other, weight) in own.iter().flat_map(|chat| &self.strongest[*chat]) {
            let (count, sum) = company.entry(*other).or_default();
            (*count, *sum) = (*count + 1, *sum + weight);
        }
        company.remove(&term);
        // A companion is where the word is, and hardly anywhere else.
        company.retain(|other, (count, _)| {
            let is_often = *count >= CHATS_MIN && *count * 3 >= own.len();
            is_often && *count * 2 > self.holders[*other].len() && !used.contains(other)
        });
        let mut company: Vec<_> = company.into_iter().collect();
        company.sort_by_key(|(other, (_, sum))| (Reverse(*sum), *other));
        let company = company.into_iter().map(|(other, _)| other).take(KEYWORDS_MAX - 1);
        let terms: Vec<_> = std::iter::once(term).chain(company).collect();
        let chats = self.spoken_for(term, &terms);
        Cluster { terms, chats }
    }

    fn spoken_for(&self, term: usize, terms: &[usize]) -> Vec<usize> {
        let mut counts = BTreeMap::<usize, usize>::new();
        for one in terms {
            for (chat, _) in &self.holders[*one] {
                *counts.entry(*chat).or_default() += if *one == term { 2 } else { 1 };
            }
        }
        counts.into_iter().filter(|(_, count)| *count >= 2).map(|(chat, _)| chat).collect()
    }

    fn proposal(&self, topic: Cluster) -> TopicProposal {
        let keywords: Vec<_> = topic.terms.iter().map(|term| self.terms[*term].to_owned()).collect();
        let mut loudest: Vec<_> =
            topic.chats.iter().map(|chat| (Reverse(self.loudness(*chat, &topic)), *chat)).collect();
        loudest.sort_unstable();
        let evidence = loudest.iter().take(EVIDENCE_MAX).map(|(_, chat)| self.evidence(*chat, &keywords));
        TopicProposal { name: name(&keywords), evidence: evidence.collect(), chats: topic.chats, keywords }
    }

    /// How much a chat says of a topic.
    fn loudness(&self, chat: usize, topic: &Cluster) -> u64 {
        self.strongest[chat]
            .iter()
            .filter(|(term, _)| topic.terms.contains(term))
            .map(|(_, weight)| weight)
            .sum()
    }

    fn evidence(&self, chat: usize, keywords: &[String]) -> Evidence {
        let held = self.chats[chat].iter().filter(|keyword| keywords.contains(&keyword.term));
        Evidence { chat, keywords: held.cloned().collect() }
    }
}

/// For each of `n_terms` terms the chats that it speaks for, with its weight there.
fn holders(strongest: &[Vec<(usize, u64)>], n_terms: usize) -> Vec<Vec<(usize, u64)>> {
    let mut holders = vec![Vec::new(); n_terms];
    for (chat, strongest) in strongest.iter().enumerate() {
        for (term, weight) in strongest {
            holders[*term].push((chat, *weight));
        }
    }
    holders
}

/// The strongest words of a chat; of equals, by alphabet.
fn strongest(mut words: Vec<(usize, u64)>) -> Vec<(usize, u64)> {
    words.sort_unstable_by_key(|(term, weight)| (Reverse(*weight), *term));
    words.truncate(STRONGEST);
    words
}

/// TF-IDF: how often, by its logarithm, times how rare, by its logarithm.
fn weight(count: u32, frequency: usize, n_chats: usize) -> u64 {
    let rarity = ((n_chats as u64) << 8) / frequency.max(1) as u64;
    log(256 + u64::from(count) * 256) * log(256 + rarity)
}

/// The binary logarithm of a number in 256ths, in 256ths: exact at powers of two, straight between them.
fn log(number: u64) -> u64 {
    let number = number.max(256);
    let whole = u64::from(number.ilog2());
    let part = ((number << 8) >> whole) - 256;
    (whole - 8) * 256 + part
}

/// The strongest word, as a title begins.
fn name(keywords: &[String]) -> String {
    let mut letters = keywords.first().map(|keyword| keyword.chars()).into_iter().flatten();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keywords(text: &str) -> Vec<Keyword> {
        let terms: BTreeSet<_> = text.split_whitespace().collect();
        terms.into_iter().map(|term| Keyword { term: term.to_owned(), count: 2 }).collect()
    }

    fn of(texts: &[&str]) -> Vec<TopicProposal> {
        let chats: Vec<_> = texts.iter().map(|text| keywords(text)).collect();
        topics(&chats.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    #[test]
    fn chats_are_brought_together_by_what_they_say() {
        let found = of(&[
            "rust borrow lifetime compiler",
            "rust borrow async",
            "garden tomato soil",
            "rust lifetime borrow",
            "garden tomato water",
            "music",
        ]);

        assert_eq!(found[0].chats, [0, 1, 3]);
        assert!(
            found[0].keywords.contains(&"rust".to_owned())
                && found[0].keywords.contains(&"borrow".to_owned())
        );
        assert_eq!(found[1].chats, [2, 4]);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].evidence[0].chat, 0);
        assert!(!found[0].evidence[0].keywords.is_empty());
    }

    #[test]
    fn names_begin_as_titles_do() {
        assert_eq!(of(&["éclair", "éclair"])[0].name, "Éclair");
        assert_eq!(of(&["会議 議事", "会議 議事"])[0].name, "会議");
    }

    #[test]
    fn what_one_chat_says_is_no_topic() {
        assert_eq!(of(&["a b", "c d", ""]), []);
        assert_eq!(of(&[]), []);
    }

    #[test]
    fn many_chats_give_a_dozen_topics_at_most_that_cover_them() {
        let texts: Vec<_> = (0..600).map(|chat| format!("t{} u{} v{chat}", chat % 9, chat % 9)).collect();

        let found = of(&texts.iter().map(String::as_str).collect::<Vec<_>>());

        let covered: BTreeSet<_> = found.iter().flat_map(|topic| topic.chats.iter().copied()).collect();
        assert_eq!((found.len(), covered.len()), (9, 600));
    }

    #[test]
    fn logarithms_grow() {
        assert_eq!((log(256), log(512), log(1024), log(768)), (0, 256, 512, 384));
        assert!((1..5_000).all(|number| log(number) <= log(number + 1)));
    }

    proptest! {
        #[test]
        fn proposals_keep_what_they_promise(chats in proptest::collection::vec("([a-f]{1,2} ){0,6}", 0..40)) {
            let texts: Vec<_> = chats.iter().map(String::as_str).collect();
            let found = of(&texts);

            prop_assert!(found.len() <= TOPICS_MAX);
            for topic in &found {
                prop_assert!(topic.chats.len() >= CHATS_MIN && topic.chats.is_sorted());
                prop_assert!(!topic.evidence.is_empty() && !topic.name.is_empty());
                for keyword in &topic.keywords {
                    let holders = topic.chats.iter().filter(|chat| texts[**chat].split(' ').any(|word| word == keyword));
                    prop_assert!(holders.count() >= CHATS_MIN);
                }
            }
            prop_assert_eq!(found, of(&texts));
        }
    }
}
