/**
 * Prints what a newcomer's browser asks for, and how long a phone on slow 4G takes: `node measure.mjs <address>`.
 *
 * The address is a server with a client as people load it; `cargo xtask audit` starts one. Figures, no judgement.
 */

import { chromium } from "@playwright/test";

const RUNS = 5;
/** Slow 4G and a phone a quarter as fast as this machine, as Lighthouse defines them. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };
const CPU_SLOWDOWN = 4;
const PATHS = ["/", "/design/platform"];

const address = process.argv[2];
if (!address) throw new Error("say where the server listens: node measure.mjs http://127.0.0.1:8080");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
try {
  await printRequests();
  for (const path of PATHS) await printTimes(path);
} finally {
  await browser.close();
}

/** A page of a browser that has never been here. */
async function freshPage(options = {}) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  return { context, page, session: await context.newCDPSession(page) };
}

/** What is asked for by the first page and then by the wizard, with nothing fetched ahead. */
async function printRequests() {
  const { context, page, session } = await freshPage();
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  await session.send("Network.enable");
  const names = new Map();
  let sum = 0;
  session.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, new URL(request.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sum += encodedDataLength;
    console.log(`${String(encodedDataLength).padStart(8)}  ${names.get(requestId)}`);
  });
  for (const path of PATHS) {
    console.log(`\nrequests of ${path}, bytes as transferred with their headers`);
    await page.goto(address + path, { waitUntil: "networkidle" });
    console.log(`${String(sum).padStart(8)}  so far`);
  }
  await context.close();
}

/** Medians of first and largest paint, of when the first question can be answered, and of what moves. */
async function printTimes(path) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await times(path));
  const median = (name) => runs.map((run) => run[name]).sort((one, other) => one - other)[Math.floor(RUNS / 2)];
  console.log(`\n${path} on slow 4G with ${CPU_SLOWDOWN} × CPU, median of ${RUNS}`);
  for (const name of ["firstPaint", "largestPaint", "usable", "shift"]) console.log(`${Number(median(name)).toFixed(2).padStart(10)}  ${name}`);
}

async function times(path) {
  const { context, page, session } = await freshPage();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.addInitScript(observe);
  await page.goto(address + path, { waitUntil: "commit", timeout: 120_000 });
  await page.waitForFunction(() => globalThis.measured.usable > 0, null, { timeout: 120_000 });
  await page.waitForLoadState("networkidle", { timeout: 120_000 });
  const measured = await page.evaluate(() => globalThis.measured);
  await context.close();
  return measured;
}

/** Runs in the page: milliseconds since the person came. A page is usable once what it asks can be answered. */
function observe() {
  const measured = { firstPaint: 0, largestPaint: 0, usable: 0, shift: 0 };
  globalThis.measured = measured;
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") measured.firstPaint = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => (measured.largestPaint = startTime));
  watch("layout-shift", ({ value, hadRecentInput }) => (measured.shift += hadRecentInput ? 0 : value));
  const answerable = location.pathname === "/" ? "main a[href^='/design']" : "main input[type=radio]";
  const look = () => {
    if (document.querySelector(answerable)) measured.usable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
