/** A built client on its way through versions: a folder of its own that a server serves and that changes under it. */

import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { builtClient } from "./server.ts";

/** What the build writes before the service worker. */
interface Release {
  version: string;
  shell: Record<string, string>;
  later: Record<string, string>;
}

/** The part of a name that changes with the content, in the name and in the list that the page's own script has. */
const HASH = /(-|":")([0-9a-f]{8,32})(?=[._"])/g;
const MARK = "csmb-next";

export class Deployment {
  private constructor(readonly folder: string) {}

  /** A copy of the built client. */
  static async create(): Promise<Deployment> {
    const folder = await mkdtemp(join(tmpdir(), "csmb-client-"));
    await cp(await builtClient(), folder, { recursive: true });
    return new Deployment(folder);
  }

  /** Whether this page, as text, is of a version that [`next`] made. */
  static readonly mark = `meta[name="${MARK}"]`;

  /** Puts another version in place of the one that is there: none of its hashed names is left. */
  async next(): Promise<void> {
    const digests = new Map<string, string>();
    const names = await this.names();
    for (const name of names.filter((name) => name !== "index.html" && name !== "sw.js")) {
      const path = join(this.folder, name);
      if (name.endsWith(".js")) {
        const before = await readFile(path);
        const after = Buffer.from(renamed(before.toString()));
        digests.set(digest("sha384", before), digest("sha384", after));
        await writeFile(path, after);
      }
      await rename(path, join(this.folder, renamed(name)));
    }
    let page = renamed(await readFile(join(this.folder, "index.html"), "utf8"));
    for (const [before, after] of digests) page = page.replaceAll(before, after);
    await writeFile(join(this.folder, "index.html"), page.replace("</head>", `<meta name="${MARK}" content="1"></head>`));
    await this.list();
  }

  /** Puts the service worker of another version in place, before the files that it lists. */
  async half(): Promise<void> {
    const path = join(this.folder, "sw.js");
    const before = await mkdtemp(join(tmpdir(), "csmb-before-"));
    await cp(this.folder, before, { recursive: true });
    await this.next();
    const script = await readFile(path);
    await rm(this.folder, { recursive: true });
    await cp(before, this.folder, { recursive: true });
    await writeFile(path, script);
    await rm(before, { recursive: true });
  }

  /** Loses the service worker's script. */
  async loseWorker(): Promise<void> {
    await rm(join(this.folder, "sw.js"));
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Brings the service worker's list up to what is there. */
  private async list(): Promise<void> {
    const path = join(this.folder, "sw.js");
    const text = await readFile(path, "utf8");
    const release = parse(text);
    const listed = async (files: Record<string, string>) => {
      const entries = Object.keys(files).map(async (address) => {
        const now = renamed(address);
        const bytes = await readFile(join(this.folder, now === "/" ? "index.html" : now));
        return [now, digest("sha256", bytes)] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    };
    const [shell, later] = [await listed(release.shell), await listed(release.later)];
    const version = createHash("sha256").update(JSON.stringify([shell, later])).digest("hex").slice(0, 16);
    const script = text.slice(text.indexOf("\n"));
    await writeFile(path, `const RELEASE = ${JSON.stringify({ version, shell, later })};${script}`);
  }

  private async names(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => relative(this.folder, join(entry.parentPath, entry.name)));
  }
}

function parse(script: string): Release {
  const [, list = ""] = /^const RELEASE = (.*);$/m.exec(script) ?? [];
  return JSON.parse(list);
}

/** `text` with other hashes in its names. */
function renamed(text: string): string {
  return text.replace(HASH, (_, before: string, hash: string) => `${before}${hash.slice(1)}${hash[0]}`);
}

function digest(algorithm: "sha256" | "sha384", bytes: Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}
