use super::*;
use crate::words;

#[test]
fn every_word_is_there_in_every_language() {
    words::assert_complete(&WORDS);
}
