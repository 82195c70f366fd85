/** Prints each test as it ends and closes with the plain line that the project's commands read. */

import { stripVTControlCharacters } from "node:util";

import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

const MARKS = { passed: "ok", failed: "FAILED", timedOut: "FAILED (time)", interrupted: "FAILED (stopped)", skipped: "skipped" };

export default class PlainReporter implements Reporter {
  private passed = 0;
  private readonly failed: string[] = [];
  private started = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.started = Date.now();
    console.log(`${suite.allTests().length} browser tests`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const name = test.titlePath().filter(Boolean).join(" › ");
    console.log(`${MARKS[result.status].padEnd(7)} ${name} (${(result.duration / 1000).toFixed(1)} s)`);
    if (result.status === "passed") {
      this.passed += 1;
    } else {
      // A skipped test fails too: what cannot run is either mended or removed.
      this.failed.push(name);
      this.explain(result);
    }
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onError(error: { message?: string; stack?: string }): void {
    console.error(error.stack ?? error.message);
    this.failed.push("outside of any test");
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult["status"] }> {
    for (const name of this.failed) console.log(`failed: ${name}`);
    console.log(`${((Date.now() - this.started) / 60_000).toFixed(1)} minutes`);
    console.log(`${this.passed} passed, ${this.failed.length} failed`);
    return { status: this.failed.length > 0 && result.status === "passed" ? "failed" : result.status };
  }

  printsToStdio(): boolean {
    return true;
  }

  private explain(result: TestResult): void {
    for (const error of result.errors) console.log(indented(error.stack ?? error.message ?? ""));
    for (const { name, path } of result.attachments) {
      if (path) console.log(indented(`${name}: ${path}`));
    }
  }
}

function indented(text: string): string {
  return stripVTControlCharacters(text).replace(/^/gm, "    ");
}
