//! What the service can do with a table.

use super::super::code::markdown;
use super::super::json::{Json, Object};
use super::super::model::{Model, Record};
use super::super::words::{sentence, word};
use super::{filters, record};

/// Two paths a table.
pub(super) fn paths<'a>(model: &Model<'a>) -> Object {
    let of = |record: &Record<'a>| {
        let table = Operations { model, record };
        let path = format!("/{}", record.key.replace('_', "-"));
        let rows = Object::new().with("get", table.list()).with("post", table.create());
        let row = Object::new()
            .with("parameters", Json::list([parameter("RowId")]))
            .with("get", table.find())
            .with("patch", table.update())
            .with("delete", table.delete());
        [(path.clone(), rows.into()), (format!("{path}/{{id}}"), row.into())]
    };
    model.records.iter().flat_map(of).collect()
}

struct Operations<'a, 'b> {
    model: &'b Model<'a>,
    record: &'b Record<'a>,
}

impl Operations<'_, '_> {
    fn list(&self) -> Object {
        let shared = ["Limit", "Cursor"].map(parameter);
        let own = filters::parameters(self.model, self.record);
        let good = self.good("rows_page", &[("Link", "Link")], &self.named("Page"), record::page_example);
        self.operation("list", "")
            .with("parameters", Json::list(shared.into_iter().chain(own)))
            .with("responses", responses(("200", good), &["400", "401", "410", "429"]))
    }

    fn create(&self) -> Object {
        let headers = [("Location", "Location"), ("ETag", "ETag")];
        let good = self.good("row_created", &headers, &self.named("Row"), record::row_example);
        self.operation("create", "_row")
            .with("parameters", Json::list([parameter("IdempotencyKey")]))
            .with("requestBody", self.body("application/json", "Create", record::create_example))
            .with("responses", responses(("201", good), &["400", "401", "409", "422", "429"]))
    }

    fn find(&self) -> Object {
        let good = self.good("row_found", &[("ETag", "ETag")], &self.named("Row"), record::row_example);
        self.operation("find", "_row")
            .with("parameters", Json::list([parameter("IfNoneMatch")]))
            .with("responses", responses(("200", good), &["304", "401", "404", "429"]))
    }

    fn update(&self) -> Object {
        let good = self.good("row_updated", &[("ETag", "ETag")], &self.named("Row"), record::row_example);
        self.operation("update", "_row")
            .with("parameters", Json::list([parameter("IfMatch")]))
            .with("requestBody", self.body("application/merge-patch+json", "Update", record::update_example))
            .with("responses", responses(("200", good), &["400", "401", "404", "409", "412", "422", "429"]))
    }

    fn delete(&self) -> Object {
        let good = Object::new().with("description", word(self.model.language(), "row_deleted"));
        self.operation("delete", "_row")
            .with("parameters", Json::list([parameter("IfMatch")]))
            .with("responses", responses(("204", good), &["401", "404", "409", "412", "429"]))
    }

    fn operation(&self, verb: &'static str, ending: &str) -> Object {
        let (language, key) = (self.model.language(), &self.record.key);
        let name = markdown(&self.record.table.name);
        let table = [("table", name.as_str())];
        Object::new()
            .with("operationId", format!("{verb}_{key}{ending}"))
            .with("tags", Json::list([key.as_str()]))
            .with("summary", sentence(language, &format!("api_{verb}"), &table))
            .with("description", sentence(language, &format!("api_{verb}_about"), &table))
    }

    fn named(&self, ending: &str) -> Object {
        Object::reference(&format!("#/components/schemas/{}{ending}", self.record.stem))
    }

    fn good(
        &self,
        description: &'static str,
        headers: &[(&str, &str)],
        schema: &Object,
        example: fn(&Model<'_>, &Record<'_>) -> Option<Object>,
    ) -> Object {
        let header = |(name, component): &(&str, &str)| {
            let reference = Object::reference(&format!("#/components/headers/{component}"));
            ((*name).to_owned(), reference.into())
        };
        let content = self.content("application/json", schema.clone(), example);
        Object::new()
            .with("description", word(self.model.language(), description))
            .with("headers", headers.iter().map(header).collect::<Object>())
            .with("content", content)
    }

    fn body(
        &self,
        media_type: &str,
        ending: &str,
        example: fn(&Model<'_>, &Record<'_>) -> Option<Object>,
    ) -> Object {
        Object::new()
            .with("required", true)
            .with("content", self.content(media_type, self.named(ending), example))
    }

    fn content(
        &self,
        media_type: &str,
        schema: Object,
        example: fn(&Model<'_>, &Record<'_>) -> Option<Object>,
    ) -> Object {
        let content =
            Object::new().with("schema", schema).with_some("example", example(self.model, self.record));
        Object::new().with(media_type, content)
    }
}

fn parameter(name: &str) -> Object {
    Object::reference(&format!("#/components/parameters/{name}"))
}

fn responses((status, good): (&str, Object), others: &[&str]) -> Object {
    let other = |status: &&str| {
        let reference = Object::reference(&format!("#/components/responses/{}", response_name(status)));
        ((*status).to_owned(), reference.into())
    };
    std::iter::once((status.to_owned(), good.into())).chain(others.iter().map(other)).collect()
}

/// What the shared response for `status` is called.
pub(super) fn response_name(status: &str) -> &'static str {
    match status {
        "304" => "NotModified",
        "400" => "BadRequest",
        "401" => "Unauthorized",
        "404" => "NotFound",
        "409" => "Conflict",
        "410" => "Gone",
        "412" => "PreconditionFailed",
        "422" => "UnprocessableContent",
        _ => "TooManyRequests",
    }
}
