/** The two places where files are made, asked for the same: the worker in the browser and the server. */

import { createHash } from "node:crypto";

import type { APIRequestContext, Page } from "@playwright/test";

import type { Format } from "./formats.ts";

/** What is to be made, as both take it. */
export interface Order {
  blueprint: unknown;
  platform: string;
  format: Format;
}

/** A file by its name and the SHA-256 of its bytes, or why there is none. */
export type Made = { name: string; sha256: string } | { error: string };

/** How many files the server makes at a time: as many as it has places for. */
const AT_A_TIME = 2;

/** Has the server make each. */
export async function madeByServer(request: APIRequestContext, orders: Order[]): Promise<Made[]> {
  const made: Made[] = [];
  const waiting = [...orders.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) made[next[0]] = await byServer(request, next[1]);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return made;
}

async function byServer(request: APIRequestContext, data: Order): Promise<Made> {
  const answer = await request.post("/api/v1/artifacts", { data });
  if (answer.status() !== 200) return { error: (await answer.json()).detail ?? answer.statusText() };
  const name = /filename="([^"]*)"/.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "no name";
  return { name, sha256: createHash("sha256").update(await answer.body()).digest("hex") };
}

/** Has the client's own worker make each, in a page of our server. */
export async function madeByWorker(page: Page, orders: Order[]): Promise<Made[]> {
  return page.evaluate(inPage, orders);
}

/** Runs in the page. */
async function inPage(orders: Order[]): Promise<Made[]> {
  type Answer = { ready?: true; id?: number; progress?: object; ok?: { file_name: string; bytes: Uint8Array<ArrayBuffer> }; error?: { sentence: string } };
  type Boot = { address(path: string): string; load(language: string, bundle: string): Promise<string> };
  const { csmb } = globalThis as unknown as { csmb: Boot };
  const wordsOf = ({ blueprint }: Order) => {
    const { language } = (blueprint as { settings: { language: string } }).settings;
    return Promise.all(["design", "plan", "files"].map((bundle) => csmb.load(language, bundle)));
  };
  const worker = new Worker(csmb.address("/worker-loader.js"));
  const answers: Answer[] = [];
  const heard = () => new Promise<void>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.progress) return;
      if (data.id !== undefined) answers[data.id] = data;
      resolve();
    };
  });
  const hash = async (bytes: Uint8Array<ArrayBuffer>) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  await heard();
  const made: Made[] = [];
  for (const [id, order] of orders.entries()) {
    const answered = heard();
    worker.postMessage({ id, task: "render", words: await wordsOf(order), ...order });
    await answered;
    const { ok, error } = answers[id]!;
    made.push(ok ? { name: ok.file_name, sha256: await hash(ok.bytes) } : { error: error?.sentence ?? "no answer" });
  }
  worker.terminate();
  return made;
}
