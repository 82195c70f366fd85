/** A server of the product under test: the real program, on ports and in a folder of its own. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
/** A debug build under coverage on a busy machine starts within this time, or something is wrong. */
const START_TIMEOUT_MS = 30_000;
/** How often a starting server is asked whether it is well. */
const POLL_MS = 50;

export class Server {
  private process: ChildProcess | undefined;

  private constructor(
    /** Where it answers, such as `http://127.0.0.1:34567`. */
    readonly url: string,
    private readonly launch: () => ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts `SERVER_BIN` with the client in `CLIENT_DIR`, or in a folder of its own, and waits until it is well. */
  static async start(deployed?: string): Promise<Server> {
    const binary = await existing("SERVER_BIN", "target/debug/csmb-server");
    const client = deployed ?? (await builtClient());
    const [port, metrics] = await freePorts();
    const folder = await mkdtemp(join(tmpdir(), "csmb-e2e-"));
    const settings = {
      BIND: "127.0.0.1",
      PORT: String(port),
      METRICS_PORT: String(metrics),
      CLIENT_DIR: client,
      DATA_DIR: folder,
      RATE_LIMIT_PER_MINUTE: "0",
      LOG: "warn",
    };
    const env = { ...process.env, ...settings };
    const launch = () => spawn(binary, ["serve"], { env, stdio: ["ignore", "inherit", "inherit"] });
    const server = new Server(`http://127.0.0.1:${port}`, launch, folder);
    await server.resume();
    return server;
  }

  /** Starts it again where it was, after it was killed. */
  async resume(): Promise<void> {
    this.process = this.launch();
    await this.untilWell(this.process);
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const exit = once(process, "exit");
    process.kill("SIGKILL");
    await exit;
  }

  /** Ends it for good, with everything it stored. */
  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async untilWell(process: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    let last: unknown = "no answer yet";
    while (Date.now() < deadline) {
      if (process.exitCode !== null) throw new Error(`The server ended with ${process.exitCode}`);
      try {
        const answer = await fetch(`${this.url}/api/v1/health`);
        if (answer.ok) return;
        last = answer.status;
      } catch (error) {
        last = error;
      }
      await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
    await this.dispose();
    throw new Error(`The server is not well after ${START_TIMEOUT_MS} ms: ${String(last)}`);
  }
}

/** The folder of the built client. */
export async function builtClient(): Promise<string> {
  return existing("CLIENT_DIR", "target/client-quick");
}

async function existing(variable: string, usual: string): Promise<string> {
  const path = resolve(ROOT, process.env[variable] ?? usual);
  await access(path).catch(() => {
    throw new Error(`${variable}: there is nothing at ${path}; \`cargo xtask test\` builds it`);
  });
  return path;
}

/** Two ports that nobody uses; both are held until both are known, so that they differ. */
async function freePorts(): Promise<[number, number]> {
  const holders = [createServer(), createServer()] as const;
  const ports = await Promise.all(
    holders.map(async (holder) => {
      holder.listen(0, "127.0.0.1");
      await once(holder, "listening");
      const address = holder.address();
      if (address === null || typeof address === "string") throw new Error("a port was expected");
      return address.port;
    }),
  );
  await Promise.all(holders.map((holder) => once(holder.close(), "close")));
  return [ports[0]!, ports[1]!];
}
