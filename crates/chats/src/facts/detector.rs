//! A detector for languages without a list of stop words.

use whatlang::Lang;

/// The language of `text` as a BCP 47 code, if the detector is sure.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let found = whatlang::detect(text)?;
    // Nobody chats in Latin; names of things in programs look like it.
    let is_certain = found.is_reliable() && found.lang() != Lang::Lat;
    is_certain.then(|| short(found.lang()))
}

/// The code of two letters; of three, as ISO 639-3 has it, where there is none.
fn short(language: Lang) -> &'static str {
    let code = language.code();
    let known = CODES.binary_search_by_key(&code, |(long, _)| long);
    known.ok().and_then(|at| CODES.get(at)).map_or(code, |(_, short)| short)
}

/// ISO 639-3 and BCP 47, by the first; from the registry of language subtags.
const CODES: [(&str, &str); 70] = [
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_detector_has_its_code() {
        assert!(CODES.is_sorted());
        for language in Lang::all() {
            assert_eq!(short(*language).len(), 2, "{language:?}");
        }
    }

    #[test]
    fn a_guess_is_no_answer() {
        assert_eq!(language(""), None);
        assert_eq!(language("ok"), None);
        assert_eq!(
            language("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."),
            None
        );
    }
}
