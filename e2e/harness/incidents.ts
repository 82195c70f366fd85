/** What must not happen while somebody works: errors in the console, broken security policy, strangers asked. */

import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Longest text kept of an incident: enough to know it again. */
const LENGTH_MAX = 300;

/** What the browser and the tools say about themselves, whatever we do. */
const NOISE = [
  /`integrity` attribute is currently ignored for preload destinations/,
  // True only of a page that is still loading after some seconds, which busy machines bring about.
  /was preloaded using link preload but not used within a few seconds/,
  // Said by the script that Trunk writes to start a worker.
  /using deprecated parameters for the initialization function/,
  // Said by Playwright where it keeps a page from having a service worker.
  /Service Worker registration blocked by Playwright/,
];

/** Everything of that kind that happened in a test; a test that ends with any of it fails. */
export class Incidents {
  readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];
  /** Paths on our own server that were answered in full, in that order. */
  readonly loaded: string[] = [];

  constructor(private readonly origin: string) {}

  /** Watches every page of `context`, those to come as well. */
  async watch(context: BrowserContext): Promise<void> {
    context.on("page", (page) => this.watchPage(page));
    context.on("request", (request) => this.noteForeign(request.url()));
    context.on("requestfinished", (request) => this.loaded.push(new URL(request.url()).pathname));
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

  /** Waits until something of each kind has been answered in full. */
  async untilLoaded(...paths: RegExp[]): Promise<void> {
    for (const path of paths) {
      await expect.poll(() => this.loaded, { message: `loading ${path}`, timeout: 30_000 }).toContainEqual(expect.stringMatching(path));
    }
  }

  assertNone(): void {
    const surprising = this.seen.filter((incident) => !this.expected.some((pattern) => pattern.test(incident)));
    expect(surprising, "errors, refused policies and foreign requests").toEqual([]);
  }

  private watchPage(page: Page): void {
    page.on("pageerror", (error) => this.add("error", error.stack ?? error.message));
    page.on("console", (message) => {
      const isNoise = NOISE.some((pattern) => pattern.test(message.text()));
      if (!isNoise && ["error", "warning"].includes(message.type())) this.add(message.type(), message.text());
    });
  }

  private noteForeign(address: string): void {
    const { origin, protocol } = new URL(address);
    const isLocal = protocol === "data:" || protocol === "blob:";
    if (origin !== this.origin && !isLocal) this.add("foreign request", address);
  }

  private add(kind: string, text: string): void {
    const incident = `${kind}: ${text}`.replace(/\s+/g, " ").slice(0, LENGTH_MAX);
    if (!this.seen.includes(incident)) this.seen.push(incident);
  }
}
