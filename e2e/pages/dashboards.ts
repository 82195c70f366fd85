/** The charts of the finished system. */

import { expect, type Locator, type Page } from "@playwright/test";

import type { Words } from "../harness/words.ts";

export class Dashboards {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  chart(name: string): Locator {
    return this.page.getByRole("figure", { name, exact: true });
  }

  /** Every chart that has a picture. */
  get pictures(): Locator {
    const name = new RegExp(`^${this.words.say("charts.show_table_of", { chart: ".+" })}$`);
    return this.page.getByRole("figure").filter({ has: this.page.getByRole("button", { name }) });
  }

  /** The values of a chart, in order. */
  values(chart: string): Locator {
    return this.chart(chart).getByRole("group", { name: chart, exact: true }).getByRole("img");
  }

  /** What a chart says of the value that is being read. */
  tip(chart: string, text: string): Locator {
    return this.chart(chart).locator("div[aria-hidden=true]").filter({ hasText: text });
  }

  table(chart: string): Locator {
    return this.page.getByRole("table", { name: this.words.say("charts.table", { chart }), exact: true });
  }

  toggle(chart: string, to: "table" | "chart"): Locator {
    return this.page.getByRole("button", { name: this.words.say(`charts.show_${to}_of`, { chart }), exact: true });
  }

  async showTable(chart: string): Promise<void> {
    await this.toggle(chart, "table").click();
    await expect(this.toggle(chart, "chart")).toBeVisible();
  }
}
