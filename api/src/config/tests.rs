use super::*;

#[track_caller]
fn load(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_variables(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

#[test]
fn defaults_hold_when_nothing_is_set() {
    insta::assert_debug_snapshot!(load(&[]).expect("the defaults are valid"));
}
