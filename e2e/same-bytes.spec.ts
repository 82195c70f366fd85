/** The browser's files are the server's files, byte for byte: sampled designs, every format. */

import { FORMATS, type Format } from "./harness/formats.ts";
import { madeByServer, madeByWorker, type Order } from "./harness/renderers.ts";
import { choices, design, sample } from "./harness/samples.ts";
import { expect, test } from "./harness/test.ts";

/** How many designs are compared. */
const SAMPLES = 50;
/** How many of them a test takes: tests run beside each other. */
const SAMPLES_A_TEST = 5;
/** Every so many designs become every file. The others become a third of the formats each, another third each time. */
const ALL_FORMATS_EVERY = 25;
const THIRDS = 3;

for (let from = 0; from < SAMPLES; from += SAMPLES_A_TEST) {
  test(`designs ${from + 1} to ${from + SAMPLES_A_TEST} become the same files in browser and server`, async ({ page, request }) => {
    const all = await choices(request);
    const orders: Order[] = [];
    const names: string[] = [];
    for (let number = from; number < from + SAMPLES_A_TEST; number += 1) {
      const answers = sample(number, all);
      const blueprint = await design(request, answers);
      for (const format of formatsOf(number)) {
        orders.push({ blueprint, platform: answers.platform, format });
        names.push(`${format} of design ${number + 1} for ${answers.platform}`);
      }
    }
    // A page of the client, whose policy the worker must keep to, that has nothing to do of its own.
    await page.goto("/nowhere");

    const [ours, theirs] = await Promise.all([madeByWorker(page, orders), madeByServer(request, orders)]);

    expect(ours).toHaveLength(orders.length);
    const failed = ours.flatMap((made, at) => ("error" in made ? [`${names[at]}: ${made.error}`] : []));
    expect(failed, "files that could not be made").toEqual([]);
    const differing = names.filter((_, at) => JSON.stringify(ours[at]) !== JSON.stringify(theirs[at]));
    expect(differing, "files that differ").toEqual([]);
  });
}

test("every format is compared many times", () => {
  const compared = new Map<Format, number>();
  for (let number = 0; number < SAMPLES; number += 1) {
    for (const format of formatsOf(number)) compared.set(format, (compared.get(format) ?? 0) + 1);
  }

  expect([...compared.keys()].sort()).toEqual([...FORMATS].sort());
  expect(Math.min(...compared.values())).toBeGreaterThanOrEqual(15);
});

function formatsOf(number: number): Format[] {
  return FORMATS.filter((_, at) => number % ALL_FORMATS_EVERY === 0 || at % THIRDS === number % THIRDS);
}
