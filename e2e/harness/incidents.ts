/** What must not happen while somebody works: errors in the console, broken security policy, strangers asked. */

import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Everything of that kind that happened in a test; a test that ends with any of it fails. */
export class Incidents {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];
  /** Addresses asked for on our own server, in their order. */
  readonly requests: string[] = [];

  constructor(private readonly origin: string) {}

  /** Watches every page of `context`, those to come as well. */
  async watch(context: BrowserContext): Promise<void> {
    context.on("page", (page) => this.watchPage(page));
    context.on("request", (request) => this.note(request.url()));
    await context.exposeBinding("reportViolation", (_, violation: string) => this.add("policy", violation));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        const { reportViolation } = globalThis as unknown as { reportViolation(violation: string): void };
        reportViolation(`${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
      });
    });
  }

  /** Says that this test causes such an incident on purpose. */
  expect(incident: RegExp): void {
    this.expected.push(incident);
  }

  assertNone(): void {
    const surprising = this.found.filter((incident) => !this.expected.some((pattern) => pattern.test(incident)));
    expect(surprising, "errors, refused policies and foreign requests").toEqual([]);
  }

  private watchPage(page: Page): void {
    page.on("pageerror", (error) => this.add("error", error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.add(message.type(), message.text());
    });
  }

  private note(address: string): void {
    const { origin, protocol, pathname } = new URL(address);
    if (origin === this.origin) this.requests.push(pathname);
    else if (protocol !== "data:" && protocol !== "blob:") this.add("foreign request", address);
  }

  private add(kind: string, text: string): void {
    this.found.push(`${kind}: ${text}`);
  }
}
