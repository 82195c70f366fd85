//! Writes the workbooks of sampled designs with what every computed cell must show, for `e2e/workbooks/check.py`.
//!
//! `cargo run --package render --example samples -- FOLDER [COUNT]`: COUNT designs, the first of which is the
//! largest there is. Beside each `N.xlsx` stands `N.json`; prints how long the largest took to render.
#![expect(clippy::print_stdout, reason = "a command says what it measured")]

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use render::{expected_cells, render};
use serde_json::json;
use shared::answers::{Answers, Complexity, Customization, DateFormat, Feature, Priority, TeamSize};
use shared::api::artifacts::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::design::design;
use shared::platform::Platform;
use shared::words::Language;

/// How many designs are enough for every day.
const COUNT: u64 = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("name the folder to write to")?;
    let count = arguments.next().map_or(Ok(COUNT), |count| count.parse())?;
    fs::create_dir_all(&folder)?;
    for number in 0..count {
        let answers = if number == 0 { largest() } else { sampled(number) };
        write(Path::new(&folder), number, &answers)?;
    }
    Ok(())
}

fn write(folder: &Path, number: u64, answers: &Answers) -> Result<(), Box<dyn Error>> {
    let blueprint = design(answers);
    let start = Instant::now();
    let artifact = render(&blueprint, answers.platform, ArtifactFormat::Xlsx)?;
    if number == 0 {
        let (elapsed, size) = (start.elapsed().as_millis(), artifact.bytes.len() / 1024);
        println!("The largest design became a workbook of {size} KiB in {elapsed} ms.");
    }
    fs::write(folder.join(format!("{number}.xlsx")), artifact.bytes)?;
    fs::write(folder.join(format!("{number}.json")), expected(answers, &blueprint).to_string())?;
    Ok(())
}

fn expected(answers: &Answers, blueprint: &Blueprint) -> serde_json::Value {
    let cells: Vec<_> = expected_cells(blueprint)
        .into_iter()
        .map(|cell| json!({ "sheet": cell.sheet, "cell": cell.cell, "value": cell.value, "is_number": cell.is_number }))
        .collect();
    let charts: usize = blueprint
        .dashboards
        .iter()
        .flat_map(|dashboard| &dashboard.charts)
        .filter(|chart| {
            !matches!(
                chart.kind,
                shared::blueprint::ChartKind::Number | shared::blueprint::ChartKind::Heatmap
            )
        })
        .count();
    json!({
        "answers": answers,
        "today": blueprint.settings.sample_today.unwrap_or(shared::design::SAMPLE_TODAY),
        "tables": blueprint.tables.len(),
        "charts": charts,
        "cells": cells,
    })
}

/// Everything there is to ask for.
fn largest() -> Answers {
    Answers {
        platform: Platform::Excel,
        team_size: TeamSize::OverTwenty,
        // All but simplicity, which takes things away.
        priorities: Priority::ALL.into_iter().filter(|priority| *priority != Priority::Simplicity).collect(),
        features: Feature::ALL.to_vec(),
        complexity: Complexity::Advanced,
        customization: Customization::default(),
    }
}

/// Answers that differ in everything from one number to the next, always the same for the same number.
fn sampled(number: u64) -> Answers {
    let mut dice = Dice(number);
    let priorities = dice.some(&Priority::ALL);
    Answers {
        platform: dice.one(&[Platform::Excel, Platform::GoogleSheets]),
        team_size: dice.one(&TeamSize::ALL),
        priorities: if priorities.is_empty() { vec![Priority::Search] } else { priorities },
        features: dice.some(&Feature::ALL),
        complexity: dice.one(&Complexity::ALL),
        customization: Customization {
            language: dice.one(&Language::ALL),
            date_format: dice.one(&[
                DateFormat::Iso,
                DateFormat::DayFirst,
                DateFormat::MonthFirst,
                DateFormat::Dotted,
            ]),
            ..Customization::default()
        },
    }
}

/// Numbers without a pattern, from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        #[expect(clippy::cast_possible_truncation, reason = "a remainder of a short list's length")]
        let index = (self.roll() % of.len() as u64) as usize;
        of[index]
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        of.iter().copied().filter(|_| !self.roll().is_multiple_of(3)).collect()
    }
}
