//! Archives that a platform's own importer takes: a file a platform, each with a read-me that says every click.

mod read_me;
