// Runs before the first paint and outlives the client: theme and language without a flash, the words of the
// interface fetched while the client still loads, and a page of its own for the day the client crashes.
(() => {
  "use strict";

  const LANGUAGES = ["en", "de", "es", "fr", "ja", "ar"];
  const RIGHT_TO_LEFT = ["ar"];
  const ANSWERS = "csmb.answers";
  const ANSWERS_ASIDE = "csmb.answers.aside";

  // Shown only where the words themselves could not be had.
  const LAST_RESORT = {
    "crash.title": "This page stopped working",
    "crash.text": "Your answers are kept on this device. Reload to go on.",
    "crash.reload": "Reload",
    "crash.copy": "Copy the report",
    "crash.copied": "Report copied",
    "crash.aside": "Set my answers aside and start afresh",
    "crash.report": "Report",
    "load.title": "The app did not load",
    "load.text": "Check the connection and reload.",
  };

  // The hashes in the names of files that are asked for by their plain names: filled in when the client is built.
  const HASHES = {};

  const root = document.documentElement;

  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const preferred = () => {
    const tag = stored("csmb.language") ?? navigator.language ?? "en";
    return LANGUAGES.find((language) => tag.startsWith(language)) ?? "en";
  };

  // ---- Words -------------------------------------------------------------------------------------------------

  /** The address of a file: with its hash, where it has one. */
  const address = (path) => path.replace(/(?=\.\w+$)/, HASHES[path] ? `-${HASHES[path]}` : "");

  const fetched = new Map();
  let words = {};

  /** A bundle of words as JSON text; asked for once, again only after a failure. */
  const load = (language, bundle) => {
    const path = `/locales/${language}/${bundle}.json`;
    if (!fetched.has(path)) {
      const text = fetch(address(path)).then((answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.text();
      });
      text.catch(() => fetched.delete(path));
      fetched.set(path, text);
    }
    return fetched.get(path);
  };

  /** The words of the interface as JSON text; from now on a crash is told in that language. */
  const use = async (language) => {
    const text = await load(language, "interface");
    words = JSON.parse(text);
    return text;
  };

  const word = (key) => words[key] ?? LAST_RESORT[key] ?? key;

  // ---- Crash -------------------------------------------------------------------------------------------------

  let crashed = false;
  let started = false;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const report = (what) =>
    [
      what,
      "",
      `${navigator.userAgent}`,
      `${location.pathname}, ${root.lang}, ${innerWidth} × ${innerHeight}`,
      new Date().toISOString(),
    ].join("\n");

  const copy = async (text, button) => {
    await navigator.clipboard.writeText(text);
    button.textContent = word("crash.copied");
  };

  const setAside = () => {
    const answers = stored(ANSWERS);
    if (answers) localStorage.setItem(ANSWERS_ASIDE, answers);
    localStorage.removeItem(ANSWERS);
    location.assign("/");
  };

  const show = (kind, what) => {
    if (crashed) return;
    crashed = true;
    const text = report(what);
    const heading = element("h1", { textContent: word(`${kind}.title`), tabIndex: -1 });
    const reload = element("button", { className: "button primary", type: "button", textContent: word("crash.reload") });
    reload.addEventListener("click", () => location.reload());
    const copying = element("button", { className: "button secondary", type: "button", textContent: word("crash.copy") });
    copying.addEventListener("click", () => copy(text, copying));
    const aside = element("button", { className: "button quiet", type: "button", textContent: word("crash.aside") });
    aside.addEventListener("click", setAside);
    document.title = word(`${kind}.title`);
    document.body.replaceChildren(
      element(
        "main",
        { className: "crash" },
        heading,
        element("p", { className: "lead", textContent: word(`${kind}.text`) }),
        element("div", { className: "actions" }, reload, copying, aside),
        element(
          "details",
          { className: "disclosure" },
          element("summary", { textContent: word("crash.report") }),
          element("pre", { textContent: text, tabIndex: 0 }),
        ),
      ),
    );
    heading.focus();
  };

  const failed = (error) => {
    const what = String(error?.stack ?? error);
    if (error instanceof WebAssembly.RuntimeError) show("crash", what);
    else if (!started) show("load", what);
  };

  addEventListener("csmb:crash", (event) => show("crash", event.detail));
  addEventListener("error", (event) => failed(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => failed(event.reason));

  // ---- Start -------------------------------------------------------------------------------------------------

  const theme = stored("csmb.theme");
  if (theme) root.dataset.theme = theme;
  root.lang = preferred();
  root.dir = RIGHT_TO_LEFT.includes(root.lang) ? "rtl" : "ltr";
  use(root.lang).catch(() => {});

  globalThis.csmb = { address, load, use, started: () => (started = true) };
})();
