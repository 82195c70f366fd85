//! How far a rendering is.

/// Hears how far a rendering is: how many of its parts are done, and how many there are.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    hear: &'a dyn Fn(usize, usize),
}

impl<'a> Progress<'a> {
    /// Tells `hear` the parts done and the parts in all; never more done than there are.
    pub fn new(hear: &'a dyn Fn(usize, usize)) -> Self {
        Self { hear }
    }

    /// Nobody hears.
    pub fn unheard() -> Self {
        Self { hear: &|_, _| {} }
    }

    /// `done` of `total` parts are written.
    pub(crate) fn report(&self, done: usize, total: usize) {
        (self.hear)(done.min(total), total);
    }
}
