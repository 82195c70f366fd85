/** `npm run screenshots`: pictures of every page and state, for people to look at. */

import base from "./playwright.config.ts";

export default { ...base, testMatch: "screenshots.ts", timeout: 300_000 };
