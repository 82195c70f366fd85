/** What the device keeps of a configuration, as the database has it: to look at, and to damage. */

import type { Page } from "@playwright/test";

export interface Kept {
  version: number;
  head: string;
  blueprint: string;
  history: string;
}

/** The id of the configuration that is open. */
export function openId(page: Page): string {
  return new URL(page.url()).pathname.split("/").pop() ?? "";
}

/** Changes one text of a kept configuration. */
export async function damage(page: Page, id: string, part: "head" | "blueprint" | "history", from: string, to: string): Promise<void> {
  await page.evaluate(
    async ({ id, part, from, to }) => {
      const open = indexedDB.open("csmb");
      const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
      const transaction = database.transaction("documents", "readwrite");
      const documents = transaction.objectStore("documents");
      const read = documents.get(id);
      read.onsuccess = () => documents.put({ ...read.result, [part]: read.result[part].replace(from, to) }, id);
      await new Promise((done) => (transaction.oncomplete = done));
      database.close();
    },
    { id, part, from, to },
  );
}

/** Every text that was set aside. */
export async function aside(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = indexedDB.open("csmb");
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const read = database.transaction("aside").objectStore("aside").getAll();
    const all = await new Promise<string[]>((done) => (read.onsuccess = () => done(read.result)));
    database.close();
    return all;
  });
}

/** The kinds of operations that the device keeps of a configuration, done and undone. */
export async function keptOperations(page: Page, id: string): Promise<Set<string>> {
  const texts = await page.evaluate(async (id) => {
    const open = indexedDB.open("csmb");
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const transaction = database.transaction(["documents", "entries"]);
    const all = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    const entries = await all(transaction.objectStore("entries").getAll());
    const document = await all(transaction.objectStore("documents").get(id));
    database.close();
    return [document.history as string, ...entries.map((entry) => (typeof entry === "string" ? entry : JSON.stringify(entry)))];
  }, id);
  const tags = texts.flatMap((text) => [...text.replaceAll("\\", "").matchAll(/"op":"([a-z_]+)"/g)].map(([, tag]) => tag ?? ""));
  return new Set(tags);
}

/** How many lines are kept of a configuration since the whole was written. */
export async function lines(page: Page, id: string): Promise<number> {
  return page.evaluate(async (id) => {
    const open = indexedDB.open("csmb");
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const range = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
    const read = database.transaction("entries").objectStore("entries").count(range);
    const count = await new Promise<number>((done) => (read.onsuccess = () => done(read.result)));
    database.close();
    return count;
  }, id);
}
