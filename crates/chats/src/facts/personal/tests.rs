//! What is found, and what is left alone.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<Warning> {
    let mut watch = Watch::default();
    watch.add(Some(0), text);
    watch.end()
}

#[track_caller]
fn check(text: &str, kind: PersonalData, sample: &str) {
    let found = found(text);
    let told: Vec<_> = found.iter().map(|one| (one.kind, one.sample.as_str(), one.count)).collect();
    assert_eq!(told, [(kind, sample, 1)], "{text}");
}

#[track_caller]
fn clean(text: &str) {
    assert_eq!(found(text), [], "{text}");
}

#[test]
fn addresses_are_found() {
    let email = |text, sample| check(text, PersonalData::Email, sample);

    email("Write to ada.lovelace@engines.co.uk, please.", "a•••@•••.uk");
    email("<mailto:grace+navy@mail.mil>", "g•••@•••.mil");
    email("https://x.org/?to=mary@x.org", "m•••@•••.org");
    email("連絡先はhanako@rei.jpまで", "h•••@•••.jp");
    email("راسلني على sami@bareed.sa اليوم", "s•••@•••.sa");
    email("Ends with a dot: a@b.io.", "a•••@•••.io");
}

#[test]
fn what_only_holds_the_sign_is_no_address() {
    clean("@media (min-width: 10em) and a @decorator");
    clean("npm i @types/node@18.0.0 left-pad@1.3.0");
    clean("git clone git@github.com:rust-lang/rust.git");
    clean("icon@2x.png and user@localhost and me@.com and x@y..z");
    clean("@@@@@@");
}

#[test]
fn telephone_numbers_are_found() {
    for (text, last) in [
        ("+49 30 1234567", "67"),
        ("(+33) 6 12 34 56 78", "78"),
        ("+14155550123", "23"),
        ("+81-90-1234-5678.", "78"),
        ("Ring 0049 171 1234567 now", "67"),
        ("(415) 555-0123", "23"),
        ("415-555-0123", "23"),
        ("1-800-555-0199", "99"),
        ("030 12345678", "78"),
        ("0171/1234567", "67"),
        ("06 12 34 56 78", "78"),
        ("06.12.34.56.78", "78"),
        ("020 7946 0958", "58"),
        ("03-1234-5678に電話", "78"),
        ("電話：０９０－１２３４－５６７８", "78"),
        ("اتصل بي ٠٥٠ ١٢٣ ٤٥٦٧", "67"),
        ("Mi móvil es 612 345 678", "78"),
        ("Tel: 5551234", "34"),
        ("WhatsApp 612345678", "78"),
        ("06\u{a0}12\u{a0}34\u{a0}56\u{a0}78", "78"),
    ] {
        check(text, PersonalData::Phone, &format!("••• {last}"));
    }
}

#[test]
fn numbers_that_call_nobody_are_left_alone() {
    for text in [
        "2024-05-01 and 01.05.2024 10:30 and 01/02/2024 12",
        "2024-05-01T10:30:00.000Z",
        "between 1990-2000 or 2010-2020",
        "version 1.2.3, 10.0.19045.3803, v2024.10.1",
        "192.168.100.254:8080 and 010.001.002.003",
        "1700000000 seconds, 1700000000000 ms",
        "550e8400-e29b-41d4-a716-446655440000",
        "12345678-1234-1234-1234-123456789012",
        "ISBN 978-3-16-148410-0, ISBN 0-306-40615-2",
        "3.14159265358979 and 0.0123456789 and 1e10",
        "1 000 000 000 euros, 1,000,000,000 yen, +1 000 000 000",
        "#0123456789 $0123456789 order_0123456789",
        "https://x.org/030/1234567/0171-1234567",
        "phone 16 pro, call 2024-05-01",
        "0x7fff5fbff8c0 and 00000000",
        "bytes 0 1 2 3 4 5 6 7 8 9",
    ] {
        clean(text);
    }
}

#[test]
fn card_numbers_are_found_by_their_check_digit() {
    let card = |text, last| check(text, PersonalData::Card, &format!("••• {last}"));

    card("4242 4242 4242 4242", "4242");
    card("pay with 5555555555554444 please", "4444");
    card("3782-822463-10005", "0005");
    card("カード：６０１１１１１１１１１１１１１７", "1117");
    clean("4242 4242 4242 4243");
    clean("1234 5678 9012 3456");
    clean("0000 0000 0000 0000");
    clean("id 1849202746203840512");
    clean("4006381333931");
}

#[test]
fn keys_of_known_services_are_found() {
    for (text, sample) in [
        ("OPENAI_API_KEY=sk-proj-aB3dE5fG7hI9jK1lM3nO5pQ7r", "sk-proj-•••"),
        ("use sk-aB3dE5fG7hI9jK1lM3nO5pQ7r8S9t0U1", "sk-•••"),
        ("git remote ghp_aB3dE5fG7hI9jK1lM3nO5pQ7r8S9t0U1v2W3", "ghp_•••"),
        ("export ID=AKIAIOSFODNN7EXAMPLE", "AKIA•••"),
        ("\"xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx\"", "xoxb-•••"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.SflKxwRJSMeKKF2QT4", "eyJ•••"),
        ("postgres://admin:p4ss!w0rd@db.intern:5432/x", "://•••"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE", "-----BEGIN •••"),
        ("-----BEGIN PRIVATE KEY-----", "-----BEGIN •••"),
    ] {
        check(text, PersonalData::Key, sample);
    }
}

#[test]
fn long_tokens_beside_a_word_are_found() {
    for text in [
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "Authorization: Bearer a8F5f167f44f4964e6c998dee",
        "my password is hX9!? no, it is: Tr0ub4dor3xKcd9Q2z and password: aB3dE5fG7hI9jK1l",
        "Mein Passwort: aB3dE5fG7hI9jK1l",
        "la contraseña es aB3dE5fG7hI9jK1l",
        "le mot de passe : aB3dE5fG7hI9jK1l",
        "パスワードはaB3dE5fG7hI9jK1lです",
        "كلمة المرور: aB3dE5fG7hI9jK1l",
        "{\"apiKey\": \"9f86d081884c7d659a2feaa0c55ad015\"}",
    ] {
        check(text, PersonalData::Key, "•••");
    }
}

#[test]
fn what_opens_nothing_is_left_alone() {
    for text in [
        "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
        "9fceb02 token: Fix the lexer\n8c7d659 Add a test",
        "key 550e8400-e29b-41d4-a716-446655440000",
        "primary key customers_2024_archive_v2",
        "the token bucket holds 1000000 tokens",
        "sk-xxxxxxxxxxxxxxxxxxxxxxxx and sk-your-key-here-1",
        "keyboard aB3dE5fG7hI9jK1l",
        "fn from(key: PrivatePkcs8KeyDer<'_>) and token: Utf8DecodingError",
        "-----BEGIN PUBLIC KEY-----\n-----BEGIN CERTIFICATE-----",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "http://localhost:8080/@user and https://a.b/c:d@e",
        "scikit sk-learn-2 task-sk-1234567890",
    ] {
        clean(text);
    }
}

#[test]
fn each_kind_is_counted_where_it_stands() {
    let mut watch = Watch::default();
    watch.add(None, "c@d.io");
    watch.add(Some(1), "a@b.io");
    watch.add(Some(1), "e@f.io and 415-555-0123");

    let told: Vec<_> = watch.end().into_iter().map(|one| (one.message, one.kind, one.count)).collect();

    let expected = [
        (None, PersonalData::Email, 1),
        (Some(1), PersonalData::Email, 2),
        (Some(1), PersonalData::Phone, 1),
    ];
    assert_eq!(told, expected);
}

#[test]
fn there_are_never_too_many_warnings() {
    let mut watch = Watch::default();
    (0..1_000).for_each(|message| watch.add(Some(message), "a@b.io 4242 4242 4242 4242"));

    assert_eq!(watch.end().len(), WARNINGS_MAX);
}

/// Whether the mask gives away five characters in a row of the secret.
fn gives_away(mask: &str, secret: &str) -> bool {
    let secret: Vec<char> = secret.chars().filter(|one| one.is_ascii_alphanumeric()).collect();
    secret.windows(5).any(|five| mask.contains(&five.iter().collect::<String>()))
}

proptest! {
    #[test]
    fn any_text_comes_to_an_end(text in "\\PC{0,200}") {
        found(&text);
    }

    #[test]
    fn any_text_of_tricky_pieces_comes_to_an_end(
        text in "([0-9]{1,5}|[-+ ./()@:=•é東０]|key|sk-|eyJ|-----BEGIN |://|a@b.c){0,60}"
    ) {
        for warning in found(&text) {
            prop_assert!(warning.count > 0);
        }
    }

    #[test]
    fn masks_never_hold_the_secret(
        local in "[a-z0-9]{6,20}", host in "[a-z]{5,12}", body in "[A-Za-z0-9]{40}", digits in "[2-9][0-9]{9}",
    ) {
        let email = format!("{local}@{host}.org");
        let phone = format!("+49 {} {}", &digits[..3], &digits[3..]);
        let key = format!("ghp_{body}");
        for (text, secret) in [(&email, &email), (&phone, &digits), (&key, &body), (&format!("password: {body}"), &body)] {
            for warning in found(text) {
                prop_assert!(!gives_away(&warning.sample, secret), "{} of {}", warning.sample, secret);
            }
        }
    }

    #[test]
    fn cards_are_found_whatever_their_number(body in "4[0-9]{14}") {
        let check = (0..10).map(|digit| format!("{body}{digit}")).filter(|number| {
            found(number).iter().any(|one| one.kind == PersonalData::Card)
        });
        prop_assert_eq!(check.count(), 1);
    }
}
