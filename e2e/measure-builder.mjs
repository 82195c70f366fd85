/**
 * Prints how quick the builder is on 1,000 fields in 50 tables: `node measure-builder.mjs <address> [operations]`.
 *
 * Each figure is the time from the event to the frame that shows it (goal: 32 ms at the 95th percentile), opening from
 * the press to the outline (goal 300 ms), and what a page holds after many operations. Figures, no judgement.
 */

import { chromium } from "@playwright/test";

const TABLES = 50;
const FIELDS = 20;
const ROWS = 6;
const TIMES = 60;

const [, , address, operations = "10000"] = process.argv;
if (!address) throw new Error("say where the server listens: node measure-builder.mjs http://127.0.0.1:8080");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const page = await open();
  await printOpening(page);
  await printEdits(page);
  await printMemory(page, Number(operations));
} finally {
  await browser.close();
}

/** A blueprint as large as the figures are of. */
function large() {
  const field = (table, at) => {
    const id = `fld_${table}_${at}`;
    const kinds = [{ type: "text" }, { type: "number" }, { type: "date" }, { type: "checkbox" }, select(id)];
    const kind = at === 0 ? { type: "title" } : kinds[at % kinds.length];
    return { id, name: at === 0 ? "Name" : `Field ${at}`, kind };
  };
  const select = (id) => ({ type: "select", options: ["Open", "Done"].map((name, at) => ({ id: `opt_${id.slice(4)}_${at}`, name, color: at ? "green" : "blue" })) });
  const value = ({ id, kind }, row) =>
    ({ title: `Row ${row}`, text: "Some words", number: row, date: "2026-03-17", checkbox: row % 2 === 0, select: `opt_${id.slice(4)}_${row % 2}` })[kind.type];
  const tables = Array.from({ length: TABLES }, (_, table) => {
    const fields = Array.from({ length: FIELDS }, (_, at) => field(table, at));
    const rows = Array.from({ length: ROWS }, (_, row) => ({
      id: `row_${table}_${row}`,
      cells: Object.fromEntries(fields.map((field) => [field.id, value(field, row)])),
    }));
    const views = [{ id: `viw_${table}`, name: "All", kind: { type: "grid" } }];
    return { id: `tbl_${table}`, name: `Table ${table}`, fields, views, sample_rows: rows };
  });
  return { schema_version: 1, id: "bp_large", name: "Large", tables };
}

/** A browser that keeps the large system. */
async function open() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  // Whatever asks for a configuration makes the stores.
  await page.goto(`${address}/configurations/cfg_none`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(async (blueprint) => {
    const open = indexedDB.open("csmb");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const transaction = database.transaction(["documents", "summaries"], "readwrite");
    const head = JSON.stringify({ schema_version: 1, id: "cfg_large", version: 0, platform: "airtable" });
    const limits = { steps: 1000, size_bytes: 4 * 1024 * 1024 };
    const history = JSON.stringify({ schema_version: 1, operation_schema_version: 1, limits, steps: [], undo: [], redo: [] });
    const text = JSON.stringify(blueprint);
    transaction.objectStore("documents").put({ version: 0, head, blueprint: text, history }, "cfg_large");
    const at = new Date().toISOString();
    const summary = { id: "cfg_large", name: "Large", platform: "airtable", tables: 50, fields: 1000, created_at: at, updated_at: at };
    transaction.objectStore("summaries").put({ version: 0, summary: JSON.stringify(summary) }, "cfg_large");
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  }, large());
  return page;
}

async function printOpening(page) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    await page.goto(`${address}/configurations`);
    const link = page.getByRole("link", { name: "Large", exact: true });
    await link.waitFor();
    await page.waitForTimeout(1500);
    times.push(
      await page.evaluate(
        () =>
          new Promise((done) => {
            const begun = performance.now();
            const look = () => (document.querySelector(".outline [role=treeitem]") ? done(performance.now() - begun) : requestAnimationFrame(look));
            document.querySelector('a[href$="cfg_large"]').click();
            requestAnimationFrame(look);
          }),
      ),
    );
  }
  print("opening", times);
}

async function printEdits(page) {
  const line = (name) => page.getByRole("treeitem", { name, exact: true });
  await watch(page);
  await line("Table 7").click();
  await page.keyboard.press("ArrowRight");
  await line("Field 3").click();
  await page.keyboard.press("F2");
  await measured(page, "typing a name", async () => {
    for (let at = 0; at < TIMES; at += 1) await page.keyboard.press("abcdefgh"[at % 8]);
  });
  await page.keyboard.press("Escape");
  await line("Field 3").click();
  await measured(page, "moving by key", async () => {
    for (let at = 0; at < TIMES; at += 1) await page.keyboard.press(at % 2 ? "Alt+ArrowUp" : "Alt+ArrowDown");
  });
  await measured(page, "undo", async () => {
    for (let at = 0; at < TIMES; at += 1) await page.keyboard.press("Control+z");
  });
  await measured(page, "redo", async () => {
    for (let at = 0; at < TIMES; at += 1) await page.keyboard.press("Control+Shift+z");
  });
  await measured(
    page,
    "dragging",
    async () => {
      for (let at = 0; at < 8; at += 1) await line("Field 3").dragTo(line(`Field ${at % 2 ? 8 : 12}`));
    },
    ["drop"],
  );
  await page.keyboard.press("Control+k");
  await measured(page, "searching", async () => {
    for (let at = 0; at < TIMES; at += 1) await page.keyboard.press(at % 8 === 7 ? "Control+a" : "field 12"[at % 8]);
  });
  await page.keyboard.press("Escape");
}

/** What the page holds before, in the middle of and after many operations: it must not grow with their number. */
async function printMemory(page, count) {
  const session = await page.context().newCDPSession(page);
  await stopWatching(page);
  await page.locator('[data-cell="1-1"]').click();
  const begun = { at: Date.now(), version: await version(page) };
  await printHeld(session, 0);
  for (let at = 0; at < count; at += 1) {
    // Two cells in turn, each another letter than before: what changes nothing is no operation.
    await page.keyboard.press("abcdefghij"[Math.floor(at / 2) % 10]);
    await page.keyboard.press(at % 2 ? "Shift+Enter" : "Enter");
    if ((at + 1) % Math.ceil(count / 4) === 0) await printHeld(session, at + 1);
  }
  const deadline = Date.now() + 30_000;
  const done = async () => (await version(page)) - begun.version;
  while ((await done()) < count && Date.now() < deadline) await page.waitForTimeout(100);
  console.log(`${await done()} operations kept in ${((Date.now() - begun.at) / 1000).toFixed(0)} s`);
}

/** How many operations the device has kept of the large system. */
async function version(page) {
  return page.evaluate(async () => {
    const open = indexedDB.open("csmb");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const read = database.transaction("summaries").objectStore("summaries").get("cfg_large");
    const listed = await new Promise((done) => (read.onsuccess = () => done(read.result)));
    database.close();
    return listed.version;
  });
}

/** The script's heap after a collection, the memory of every WebAssembly module, and what hangs on the page. */
async function printHeld(session, count) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { result: prototype } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId });
  const { result: bytes } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const mega = (size) => `${(size / 1024 / 1024).toFixed(1)} MiB`;
  console.log(`after ${String(count).padEnd(9)} heap ${mega(usedSize)}, WebAssembly ${mega(bytes.value)}, ${nodes} nodes, ${jsEventListeners} listeners`);
}

/** Notes how long each event takes until its frame is on screen. */
async function watch(page) {
  await page.evaluate(() => {
    globalThis.durations = [];
    const note = (event) => {
      const begun = performance.now();
      const kind = event.type;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => globalThis.durations.push([kind, performance.now() - begun]);
        channel.port2.postMessage("");
      });
    };
    const kinds = ["keydown", "input", "drop"];
    for (const kind of kinds) addEventListener(kind, note, true);
    globalThis.stopWatching = () => kinds.forEach((kind) => removeEventListener(kind, note, true));
  });
}

/** What is noted takes memory itself. */
async function stopWatching(page) {
  await page.evaluate(() => {
    globalThis.stopWatching();
    globalThis.durations = [];
  });
}

async function measured(page, name, act, kinds = ["keydown", "input"]) {
  await page.evaluate(() => globalThis.durations.splice(0));
  await act();
  await page.waitForTimeout(300);
  const noted = await page.evaluate(() => globalThis.durations);
  print(name, noted.filter(([kind]) => kinds.includes(kind)).map(([, time]) => time));
}

function print(name, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(1);
  console.log(`${name.padEnd(16)} median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, ${sorted.length} times`);
}
