/** The page that shows every component in every state. It speaks English, whatever the interface speaks. */

import { expect, type Locator, type Page } from "@playwright/test";

export class ComponentsPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/components");
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** A component with all its states, by the name it has in the code. */
  specimen(name: string): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByRole("heading", { level: 3, name, exact: true }) });
  }

  async turn(direction: "Left to right" | "Right to left"): Promise<void> {
    await this.page.getByRole("radio", { name: direction }).check();
  }
}
