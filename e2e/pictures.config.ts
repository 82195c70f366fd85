/** `npm run pictures`: draws the icons and the pictures of the app that its manifest shows, into `frontend/`. */

import base from "./playwright.config.ts";

export default { ...base, testMatch: "pictures.ts" };
