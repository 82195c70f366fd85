// Runs before the first paint and outlives the client: the static page (landing, top bar, footer) in the person's
// theme and language, the words of the interface fetched while the client still loads, and a page of its own for
// the day the client crashes.
(() => {
  "use strict";

  const LANGUAGES = ["en", "de", "es", "fr", "ja", "ar"];
  const RIGHT_TO_LEFT = ["ar"];
  const STEP = "csmb.step";
  const ANSWERS = "csmb.answers";
  const ANSWERS_ASIDE = "csmb.answers.aside";
  const ERRORS = "csmb.errors";
  const SHORTCUTS = "csmb.shortcuts";

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
  const HASHES = { "/": "" };

  /** How long a translated landing page is waited for before the English one will do. */
  const PATIENCE_MS = 1500;

  const root = document.documentElement;

  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const keep = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // A device that remembers nothing still does what it is asked to.
    }
  };

  const preferred = () => {
    const tag = stored("csmb.language") ?? navigator.language ?? "en";
    return LANGUAGES.find((language) => tag.startsWith(language)) ?? "en";
  };

  /** What makes texts longer, for those who look whether layouts hold; `?pseudo=1` asks for it, too. */
  const longer =
    (stored("csmb.pseudo") ?? new URLSearchParams(location.search).get("pseudo")) === "1" ? import("/pseudo.js") : undefined;
  longer?.then((module) => (globalThis.csmb.lengthen = module.lengthen));

  // ---- Errors ------------------------------------------------------------------------------------------------

  /** How many different errors are kept, and how much of the account of each. */
  const ERRORS_MAX = 50;
  const ACCOUNT_MAX = 4000;

  const errors = () => {
    try {
      const kept = JSON.parse(stored(ERRORS));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  };

  /** Writes down what went wrong, on this device alone, newest first. What happens again only counts. */
  const note = (kind, what) => {
    const message = String(what).slice(0, ACCOUNT_MAX) || kind;
    const path = location.pathname.slice(0, 200);
    const version = document.querySelector("meta[name=version]")?.content ?? "unknown";
    const isSame = (error) => error.kind === kind && error.message === message && error.path === path && error.version === version;
    const before = errors();
    const known = before.find(isSame) ?? { count: 0, is_sent: false };
    const now = { kind, message, path, version, language: root.lang, at: new Date().toISOString(), count: known.count + 1 };
    const error = { ...known, ...now };
    const others = before.filter((other) => !isSame(other));
    keep(ERRORS, JSON.stringify([error, ...others].slice(0, ERRORS_MAX)));
    dispatchEvent(new Event("csmb:noted"));
  };

  // ---- Words -------------------------------------------------------------------------------------------------

  /** The address of a file: with its hash, where it has one. */
  const address = (path) => path.replace(/(?=\.\w+$)/, HASHES[path] ? `-${HASHES[path]}` : "");

  /** Pauses before a second and a third attempt: what is busy now may answer in a moment. */
  const PAUSES_MS = [300, 1200];

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));

  /** The text of a file. Without a connection, and where the server says no, asking again is of no use. */
  const read = async (path, pauses = PAUSES_MS) => {
    const answer = await fetch(address(path)).catch((error) => ({ status: error.message }));
    if (answer.ok) return answer.text();
    const isFinal = pauses.length === 0 || !navigator.onLine || (answer.status >= 400 && answer.status < 429);
    if (isFinal) throw new Error(`${path}: ${answer.status}`);
    await pause(pauses[0]);
    return read(path, pauses.slice(1));
  };

  const fetched = new Map();
  let words = {};
  /** What designs are written with: the static picture shows a real one. */
  let designed = {};

  /** A bundle of words as JSON text; asked for once, again only after a failure. */
  const load = (language, bundle) => {
    const path = `/locales/${language}/${bundle}.json`;
    if (!fetched.has(path)) {
      const text = read(path).then(async (text) => (await longer)?.lengthenAll(text) ?? text);
      text.catch(() => fetched.delete(path));
      fetched.set(path, text);
    }
    return fetched.get(path);
  };

  const word = (key) => words[key] ?? LAST_RESORT[key] ?? key;

  // ---- Static page -------------------------------------------------------------------------------------------

  /** What the markup says, and whose words were asked for last. */
  let spoken = longer ? "" : "en";
  let wanted = "en";

  /** The markup is there whole. Deferred scripts, the client among them, come only after this. */
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("readystatechange", resolve, { once: true });
  });

  const each = (attribute, change) => {
    for (const part of document.querySelectorAll(`[${attribute}]`)) change(part, part.getAttribute(attribute));
  };

  const counted = (key, count, language) => {
    const form = new Intl.PluralRules(language).select(count);
    return (words[`${key}.${form}`] ?? word(`${key}.other`)).replace("{count}", count);
  };

  /** Examples are designed in the language that the person reads. */
  const inLanguage = (link, language) => {
    const answers = link.split(".").slice(0, 6).join(".");
    return language === "en" ? answers : `${answers}.${btoa(JSON.stringify({ language })).replaceAll("=", "")}`;
  };

  const title = () => {
    const isReady = "welcome.title" in words && root.dataset.page === "landing";
    if (isReady) document.title = `${word("welcome.title")} · ${word("app.name")}`;
  };

  const translate = (language) => {
    spoken = language;
    each("data-t", (part, key) => {
      part.textContent = part.dataset.count ? counted(key, Number(part.dataset.count), language) : word(key);
    });
    each("data-t-label", (part, key) => part.setAttribute("aria-label", word(key)));
    each("data-d", (part, key) => (part.textContent = designed[key] ?? part.textContent));
    each("data-example", (link) => (link.hash = inLanguage(link.hash, language)));
    title();
  };

  const shown = () => delete root.dataset.words;

  /** The words of the interface as JSON text; from now on the static page and crashes are told in that language. */
  const use = async (language) => {
    wanted = language;
    const text = await load(language, "interface");
    if (wanted !== language) return text;
    words = JSON.parse(text);
    root.lang = language;
    root.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
    if (spoken !== language) void tell(language);
    document.querySelector("link[rel=manifest]")?.setAttribute("href", `/locales/${language}/app.webmanifest`);
    return text;
  };

  const tell = async (language) => {
    const design = await load(language, "design").catch(() => "{}");
    await parsed;
    if (wanted !== language) return;
    designed = JSON.parse(design).design ?? {};
    translate(language);
    control("language").value = language;
    shown();
  };

  const control = (id) => document.getElementById(id) ?? {};

  /** The browser's own surfaces follow the theme, too: the system's, or the one that was chosen. */
  const tint = (theme) => {
    const metas = [...document.querySelectorAll("meta[name=theme-color]")];
    for (const meta of metas) meta.dataset.own ??= meta.content;
    const chosen = metas.find(({ media }) => media.includes(theme));
    for (const meta of metas) meta.content = (chosen ?? meta).dataset.own;
  };

  const chooseTheme = (theme) => {
    const chosen = theme === "system" ? "" : theme;
    keep("csmb.theme", chosen);
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    tint(theme);
  };

  /** The client, once it runs, changes more than the static page: then this leaves it to the client. */
  const chooseLanguage = async (language) => {
    const asked = new CustomEvent("csmb:language", { detail: language, cancelable: true });
    if (!dispatchEvent(asked)) return;
    await use(language).then(
      () => keep("csmb.language", language),
      () => (control("language").value = spoken || "en"),
    );
  };

  /** How far down the landing page the person was. */
  let leftAt = 0;

  /** Shows the landing page, or the app in its place. */
  const turnTo = (page) => {
    if (page === "app") leftAt = scrollY;
    root.dataset.page = page;
    root.toggleAttribute("data-first-question", location.pathname === "/design/platform");
    root.toggleAttribute("data-kept", Boolean(stored(STEP)));
    title();
  };

  document.addEventListener("change", ({ target }) => {
    if (target.id === "theme") chooseTheme(target.value);
    if (target.id === "language") void chooseLanguage(target.value);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    // The address keeps its fragment: the answers live there.
    if (event.target.closest("#help")) help();
    if (link?.matches(".skip-link")) {
      event.preventDefault();
      control("main").focus();
    }
    if (link?.matches("[data-start-over]")) for (const key of [STEP, ANSWERS]) keep(key);
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link?.closest("#landing") && isPlain) dispatchEvent(left(link));
  });

  /** What tells the client, if it runs already, how the person leaves the landing page. */
  const left = ({ dataset, hash }) => {
    if ("example" in dataset) return new CustomEvent("csmb:example", { detail: hash.slice(1) });
    return new CustomEvent("startOver" in dataset ? "csmb:start-over" : "csmb:start");
  };

  // ---- Versions ----------------------------------------------------------------------------------------------

  /** How long the next version may take to come into force. */
  const TAKE_OVER_MS = 3000;

  const registration = async () => navigator.serviceWorker?.getRegistration();

  /** Loads the page anew, in the newest version that is on this device. */
  const reload = async () => {
    const waiting = (await registration().catch(() => undefined))?.waiting;
    if (waiting) {
      const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
      waiting.postMessage({ take_over: true });
      await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, TAKE_OVER_MS))]);
    }
    location.reload();
  };

  /** A version that does not work asks for the one after it while the person still reads. */
  const renew = () => registration().then((found) => found?.update()).catch(() => {});

  // ---- Installation ------------------------------------------------------------------------------------------

  let prompt;

  // The browser offers it when it likes; we do when it is of use.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    dispatchEvent(new Event("csmb:installable"));
  });

  addEventListener("appinstalled", () => {
    prompt = undefined;
    dispatchEvent(new Event("csmb:installable"));
  });

  /** Lets the browser ask; the person answers once. */
  const install = () => {
    const asked = prompt;
    prompt = undefined;
    asked?.prompt();
  };

  // ---- Help and shortcuts ------------------------------------------------------------------------------------

  /** Help was wanted before the client could give it. */
  let isHelpWanted = false;

  const help = () => {
    isHelpWanted = dispatchEvent(new Event("csmb:help", { cancelable: true }));
  };

  /** Where letters are text, or lead to what begins with them. */
  const TYPED_INTO =
    "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable], [role=menu], [role=listbox], [role=tree]";

  /** The key as a keyboard with Latin letters has it. */
  const typed = ({ key, code }) => {
    if (key === "؟") return "?";
    return (/[!-~]/.test(key) ? key : code.replace(/^(Key|Digit)/, "")).toLowerCase();
  };

  let areKeysOn = stored(SHORTCUTS) !== "off";

  /** Whether keys alone press anything; from now on as `wanted` says, if it says so. */
  const singleKeys = (wanted) => {
    if (wanted) {
      areKeysOn = wanted === "on";
      keep(SHORTCUTS, areKeysOn ? "" : "off");
    }
    return areKeysOn;
  };

  const isInSight = (control) => control.checkVisibility?.() ?? control.offsetParent !== null;

  /** What a key alone does is said by the controls themselves: the first in sight with that key is pressed. */
  const press = (event) => {
    const isPlain = !(event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey);
    const isFree = !event.target.closest?.(TYPED_INTO) && !document.querySelector("dialog:modal, [role=dialog]:popover-open");
    if (!isPlain || !isFree || !areKeysOn || event.key.length > 1) return;
    const controls = document.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(typed(event))}"]`);
    const control = [...controls].find((control) => isInSight(control) && !control.disabled);
    if (!control) return;
    event.preventDefault();
    if (control.matches("input, select")) control.focus();
    else control.click();
  };

  document.addEventListener("keydown", press);

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
    note(kind, what);
    void renew();
    const text = report(what);
    const heading = element("h1", { textContent: word(`${kind}.title`), tabIndex: -1 });
    const again = element("button", { className: "button primary", type: "button", textContent: word("crash.reload") });
    again.addEventListener("click", () => void reload());
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
        element("div", { className: "actions" }, again, copying, aside),
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
    // No error: what changed its size while it was looked at is looked at in the next frame.
    if (what.startsWith("ResizeObserver loop")) return;
    if (error instanceof WebAssembly.RuntimeError) show("crash", what);
    // The landing page stands without the client, and its links ask for the client again.
    else if (!started && root.dataset.page !== "landing") show("load", what);
    else note(started ? "other" : "load", what);
  };

  addEventListener("csmb:crash", (event) => show("crash", event.detail));
  addEventListener("error", (event) => failed(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => failed(event.reason));

  // ---- Start -------------------------------------------------------------------------------------------------

  const theme = stored("csmb.theme");
  if (theme) chooseTheme(theme);
  // Links with answers and the previous product's addresses lead on from the start page at once.
  const leadsOn = /[?&]config=/.test(location.search) || /^#\d+[.-]/.test(location.hash);
  turnTo(location.pathname === "/" && !leadsOn ? "landing" : "app");
  // The app names its own pages; until it does, its name will do.
  if (root.dataset.page === "app") document.title = document.title.split(" · ").pop();
  const language = preferred();
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
  if (language !== spoken) {
    root.dataset.words = "coming";
    setTimeout(shown, PATIENCE_MS);
  }
  use(language).catch(shown);
  void parsed.then(() => {
    control("theme").value = theme ?? "system";
    control("language").value = language;
  });

  const installable = () => Boolean(prompt);

  globalThis.csmb = {
    address,
    read,
    load,
    use,
    turnTo,
    returnTo: () => scrollTo(0, leftAt),
    started: () => (started = true),
    ready: () => isHelpWanted && help(),
    note,
    singleKeys,
    reload,
    install,
    installable,
  };
})();
