//! Which methods each address takes, from the OpenAPI document, so that 405 always names them.

use actix_web::dev::ResourceDef;
use actix_web::http::Method;
use serde_json::Value;

use super::DOCS_PATHS;

/// Addresses and their methods.
pub(crate) struct Methods(Vec<(ResourceDef, Vec<Method>)>);

impl Methods {
    /// Those of the operations in `openapi`, and those of the pages for people.
    pub(crate) fn new(openapi: &Value) -> Self {
        let documented = openapi["paths"].as_object().into_iter().flatten();
        let operations = documented.map(|(path, operations)| (path.as_str(), methods(operations)));
        let pages = DOCS_PATHS.map(|path| (path, vec![Method::GET, Method::HEAD]));
        Self(operations.chain(pages).map(|(path, methods)| (ResourceDef::new(path), methods)).collect())
    }

    /// The methods of `path`; `None` where nothing is.
    pub(crate) fn of(&self, path: &str) -> Option<&[Method]> {
        self.0.iter().find(|(pattern, _)| pattern.is_match(path)).map(|(_, methods)| methods.as_slice())
    }
}

/// The methods of a path item; whoever takes `GET` takes `HEAD`.
fn methods(operations: &Value) -> Vec<Method> {
    let names = operations.as_object().into_iter().flatten().map(|(name, _)| name.to_ascii_uppercase());
    let mut methods: Vec<Method> = names.filter_map(|name| name.parse().ok()).collect();
    if methods.contains(&Method::GET) {
        methods.push(Method::HEAD);
    }
    methods
}
