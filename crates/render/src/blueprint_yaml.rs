//! The blueprint itself as YAML: for people to read and compare, for programs the same as its JSON.

use shared::blueprint::Blueprint;
use shared::words::IMPORTS;
use shared::yaml::{to_yaml, visible};

use crate::RenderError;

/// `blueprint` as YAML with a few words above it, ending in a newline.
///
/// # Errors
/// [`RenderError::Json`] when it has no JSON form.
pub(crate) fn write(blueprint: &Blueprint) -> Result<String, RenderError> {
    // Through the text of the JSON: it keeps the order of keys and the form of numbers.
    Ok(header(blueprint) + &to_yaml(&serde_json::to_string(blueprint)?)?)
}

/// Comments: what the file is, and what may be done with it.
fn header(blueprint: &Blueprint) -> String {
    let language = blueprint.settings.language;
    let lines = ["yaml.what", "yaml.reasons", "yaml.back"].map(|key| IMPORTS.get(language, key));
    let name =
        blueprint.name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let name = visible(&name.collect::<Vec<_>>().join(" "));
    let mut text = format!("# {}\n#\n", name.trim());
    for line in lines {
        text.push_str(&format!("# {line}\n"));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use shared::answers::{Complexity, Customization, Feature, Priority, TeamSize};
    use shared::configuration::{Import, read_import};
    use shared::platform::Platform;
    use shared::words::Language;

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for language in Language::ALL {
            let answers = shared::answers::Answers {
                platform: Platform::Notion,
                team_size: TeamSize::TwoToFive,
                priorities: Priority::ALL.into(),
                features: Feature::ALL.into(),
                complexity: Complexity::Advanced,
                customization: Customization { language, ..Customization::default() },
            };
            let blueprint = shared::design::design(&answers);
            let read = read_import(&write(&blueprint).unwrap(), Language::En);
            assert_eq!(read, Ok(Import::Blueprint(blueprint)));
        }
    }
}
