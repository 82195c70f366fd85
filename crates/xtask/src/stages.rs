//! Stages of a long command: timed, counted, all of them run, one plain line at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How many tests of a stage passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// Adds up every line of a test runner's output that names both numbers.
    pub fn read(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output.lines() {
            if let (Some(passed), Some(failed)) =
                (number_before(line, " passed"), number_before(line, " failed"))
            {
                tally.passed += passed;
                tally.failed += failed;
            }
        }
        tally
    }
}

/// The stages that ran.
#[derive(Debug, Default)]
pub struct Stages {
    done: Vec<(String, Duration, Tally)>,
}

impl Stages {
    /// Runs a stage that only succeeds or fails.
    pub fn check(&mut self, name: &str, stage: impl FnOnce() -> Result<()>) {
        self.count(name, || stage().map(|()| Tally::default()));
    }

    /// Runs a stage that counts tests. An error is a failure more.
    pub fn count(&mut self, name: &str, stage: impl FnOnce() -> Result<Tally>) {
        println!("\n==> {name}");
        let start = Instant::now();
        let tally = stage().unwrap_or_else(|error| {
            eprintln!("!!! {name}: {error:#}");
            Tally { passed: 0, failed: 1 }
        });
        self.done.push((name.to_owned(), start.elapsed(), tally));
    }

    /// Runs a stage of tests by its program: its output is read for numbers, its exit code believed.
    pub fn tests(&mut self, name: &str, program: impl FnOnce() -> Result<(bool, String)>) {
        self.count(name, || {
            let (well, output) = program()?;
            let tally = Tally::read(&output);
            if well && tally.passed == 0 {
                bail!("no test ran");
            }
            Ok(Tally { failed: tally.failed.max(u64::from(!well)), ..tally })
        });
    }

    /// Prints the minutes of each stage and the numbers of all.
    ///
    /// # Errors
    /// When anything failed.
    pub fn close(self) -> Result<()> {
        println!("\nminutes  passed  failed  stage");
        for (name, time, tally) in &self.done {
            println!("{:>7.1}  {:>6}  {:>6}  {name}", time.as_secs_f64() / 60.0, tally.passed, tally.failed);
        }
        let passed: u64 = self.done.iter().map(|(_, _, tally)| tally.passed).sum();
        let failed: u64 = self.done.iter().map(|(_, _, tally)| tally.failed).sum();
        println!("\n{passed} passed, {failed} failed");
        if failed > 0 {
            bail!("{failed} failed; each is shown above, under its stage");
        }
        Ok(())
    }
}

fn number_before(line: &str, word: &str) -> Option<u64> {
    let before = &line[..line.find(word)?];
    let digits = before.rfind(|c: char| !c.is_ascii_digit()).map_or(before, |at| &before[at + 1..]);
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_runners_are_read() {
        let output =
            "test result: ok. 12 passed; 1 failed; 0 ignored\n3 passed, 0 failed\n  7 passed (2.0s)\n";

        assert_eq!(Tally::read(output), Tally { passed: 15, failed: 1 });
    }
}
