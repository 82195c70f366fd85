/** Starts the one server that all specs share; what it returns ends it. */

import { Server } from "./server.ts";

export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await Server.start();
  process.env.E2E_URL = server.url;
  return () => server.dispose();
}
