//! The client's entry: everything is in the library, where native tests reach it.

fn main() {
    frontend::start();
}
