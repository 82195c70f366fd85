//! Blueprint → files.
