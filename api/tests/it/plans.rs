//! What a platform would get.

use serde_json::json;
use shared::api::plans::PlanAnswer;
use shared::platform::Platform;

use crate::harness::{TestServer, example};

#[actix_web::test]
async fn every_platform_gets_a_plan_with_a_digest_that_stays_the_same() {
    let server = TestServer::start();
    let mut body = example("create_plan");

    for platform in Platform::ALL {
        body["platform"] = json!(platform);
        let first: PlanAnswer = server.post("/api/v1/plans", &body).await.good();
        let second: PlanAnswer = server.post("/api/v1/plans", &body).await.good();

        assert_eq!(first.plan.platform, platform);
        assert!(!first.plan.steps.is_empty());
        assert_eq!(first, second);
    }
}
