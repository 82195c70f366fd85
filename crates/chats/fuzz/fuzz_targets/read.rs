use chats::{Input, Options, Reading};

/// Reads `start`, which says of what form the document is, and `bytes` behind it.
pub fn after(start: &[u8], bytes: &[u8], name: &str) {
    let document = [start, bytes].concat();
    assert!(Reading::new(vec![Input::new(name, document)], Options::default()).count() < 1_000_000);
}
