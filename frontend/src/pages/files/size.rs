//! Sizes of files as people read them.

use crate::i18n::I18n;

/// A size such as "12 KB", "3.4 MB" or "2.1 GB", in thousands as file managers count.
pub(crate) fn size(i18n: I18n, bytes: u64) -> String {
    let (number, unit) = parts(bytes);
    format!("{} {unit}", number.replace('.', &i18n.text("charts.decimal_point")))
}

fn parts(bytes: u64) -> (String, &'static str) {
    match bytes {
        0..1_000 => (bytes.to_string(), "B"),
        // What rounds to a thousand of them is one of the next.
        1_000..999_500 => (format!("{:.0}", bytes as f64 / 1e3), "KB"),
        999_500..999_950_000 => (format!("{:.1}", bytes as f64 / 1e6), "MB"),
        _ => (format!("{:.1}", bytes as f64 / 1e9), "GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 KB"),
            (12_345, "12 KB"),
            (999_499, "999 KB"),
            (999_500, "1.0 MB"),
            (3_400_000, "3.4 MB"),
            (999_949_999, "999.9 MB"),
            (999_950_000, "1.0 GB"),
        ] {
            let (number, unit) = parts(bytes);
            assert_eq!(format!("{number} {unit}"), expected);
        }
    }
}
