//! Every operation: what it does, what it takes, what it answers, with examples to copy.

use serde_json::Value;

use super::{escape, members, paragraphs, prose, schemas, text};

pub(super) fn list(openapi: &Value) -> String {
    let intro = openapi.pointer("/info/description").and_then(Value::as_str).unwrap_or_default();
    let mut contents = String::new();
    let mut sections = String::new();
    for (path, item) in members(openapi, "/paths") {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let id = escape(text(operation, "operationId"));
            let name = format!("<code>{} {}</code>", escape(&method.to_uppercase()), escape(path));
            contents +=
                &format!("<li><a href=\"#{id}\">{name}</a> {}</li>\n", prose(text(operation, "summary")));
            sections += &format!(
                "<section id=\"{id}\">\n<h2>{name}</h2>\n{}</section>\n",
                section(openapi, path, method, operation)
            );
        }
    }
    format!("{}<h2>Operations</h2>\n<ul>\n{contents}</ul>\n{sections}", paragraphs(intro))
}

fn section(openapi: &Value, path: &str, method: &str, operation: &Value) -> String {
    let mut html = format!("<p><strong>{}</strong></p>\n", prose(text(operation, "summary")));
    html += &paragraphs(text(operation, "description"));
    html += &parameters(operation);
    html += &details("Example call", &curl(path, method, operation));
    html += "<table>\n<caption>Answers</caption>\n<tr><th scope=\"col\">Status</th><th scope=\"col\">Meaning</th>\
             <th scope=\"col\">Body</th></tr>\n";
    let mut examples = String::new();
    for (status, answer) in members(operation, "/responses") {
        let answer = resolve(openapi, answer);
        let bodies: Vec<String> = members(answer, "/content")
            .map(|(media_type, content)| {
                format!("<code>{}</code> {}", escape(media_type), schemas::name(&content["schema"]))
            })
            .collect();
        html += &format!(
            "<tr><td>{status}</td><td>{}</td><td>{}</td></tr>\n",
            prose(text(answer, "description")),
            bodies.join("<br>")
        );
        for (media_type, content) in members(answer, "/content").filter(|_| status.starts_with('2')) {
            if let Some(example) = content.get("example") {
                examples += &details(&format!("Example answer, {media_type}"), &readable(example));
            }
        }
    }
    html + "</table>\n" + &examples
}

fn parameters(operation: &Value) -> String {
    let rows: String = operation["parameters"].as_array().into_iter().flatten().map(parameter).collect();
    if rows.is_empty() {
        return rows;
    }
    format!(
        "<table>\n<caption>Parameters</caption>\n<tr><th scope=\"col\">Name</th><th scope=\"col\">Where</th>\
             <th scope=\"col\">Meaning</th></tr>\n{rows}</table>\n"
    )
}

fn parameter(parameter: &Value) -> String {
    format!(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>\n",
        escape(text(parameter, "name")),
        escape(text(parameter, "in")),
        prose(text(parameter, "description")),
    )
}

/// The call as a command, its body from the example.
fn curl(path: &str, method: &str, operation: &Value) -> String {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let path = parameters.fold(path.to_owned(), |path, parameter| {
        let example = parameter.get("example").and_then(Value::as_str).unwrap_or_default();
        path.replace(&format!("{{{}}}", text(parameter, "name")), example)
    });
    match operation.pointer("/requestBody/content/application~1json/example") {
        Some(body) => format!(
            "curl -X {} http://localhost:8080{path} -H 'Content-Type: application/json' -d '\n{body:#}'",
            method.to_uppercase()
        ),
        None => format!("curl http://localhost:8080{path}"),
    }
}

fn details(summary: &str, code: &str) -> String {
    format!(
        "<details>\n<summary>{}</summary>\n<pre><code>{}</code></pre>\n</details>\n",
        escape(summary),
        escape(code)
    )
}

fn readable(example: &Value) -> String {
    example.as_str().map_or_else(|| format!("{example:#}"), str::to_owned)
}

/// What a reference refers to.
fn resolve<'a>(openapi: &'a Value, value: &'a Value) -> &'a Value {
    let pointer = value.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| openapi.pointer(pointer)).unwrap_or(value)
}
