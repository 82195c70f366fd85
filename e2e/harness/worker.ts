/** The client's worker, spoken to by messages as a page speaks to it. */

import type { Page } from "@playwright/test";

/** What is asked; bytes travel to the page as numbers and to the worker as bytes. */
export interface Asked {
  id: number;
  task: string;
  bytes: number[];
}

/** The worker's answers to what it is asked, one after the other. */
export async function answersOf(page: Page, asked: Asked[]): Promise<unknown[]> {
  return page.evaluate(inPage, asked);
}

/** Runs in the page. */
async function inPage(asked: Asked[]): Promise<unknown[]> {
  const { csmb } = globalThis as unknown as { csmb: { address(path: string): string } };
  const worker = new Worker(csmb.address("/worker-loader.js"));
  const heard = () => new Promise<unknown>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<{ progress?: object }>) => {
      if (!data.progress) resolve(data);
    };
  });
  await heard();
  const answers: unknown[] = [];
  for (const { bytes, ...message } of asked) {
    const answered = heard();
    worker.postMessage({ ...message, bytes: new Uint8Array(bytes) });
    answers.push(await answered);
  }
  worker.terminate();
  return answers;
}
