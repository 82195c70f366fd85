// The service worker: keeps one whole version of the client on the device, so that every page opens without a server,
// and lets the next version in only when somebody says so or nobody is left on the old one.
//
// The build writes RELEASE before this: its version, and from address to integrity the files that every page needs
// (`shell`) and those that come when there is time (`later`: words, renderers).
"use strict";

const PREFIX = "csmb-";
const OURS = PREFIX + RELEASE.version;
const FILES = { ...RELEASE.shell, ...RELEASE.later };

const PAGE = "/";
/** What a version is made of, kept beside its files for the version after it. */
const CONTENTS = "/.contents";
/** Under this and its id stands every client that a version serves. */
const CLIENT = "/.client/";

/** Caches of versions, this one among them. */
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

const others = async () => (await versions()).filter((name) => name !== OURS);

/** A file exactly as it was built. Anything else, the same name of a newer version included, is an error. */
const fetched = async (address) => {
  const ask = (cache) => fetch(address, { cache, integrity: FILES[address], credentials: "same-origin" });
  // What the browser has at hand may be of another version.
  const answer = await ask("default").catch(() => ask("reload"));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};

// ---- Install -----------------------------------------------------------------------------------------------------

/** Caches of earlier versions with what they are made of. */
const earlier = async () =>
  Promise.all(
    (await others()).map(async (name) => {
      const cache = await caches.open(name);
      const contents = await cache.match(CONTENTS);
      return { cache, contents: contents ? await contents.json() : {} };
    }),
  );

/** Puts a file into this version, from an earlier one if it did not change. */
const obtain = async (cache, address, from) => {
  if (await cache.match(address)) return;
  for (const version of from) {
    const same = version.contents[address] === FILES[address] && (await version.cache.match(address));
    if (same) return cache.put(address, same);
  }
  return cache.put(address, await fetched(address));
};

/** Everything, or nothing: what fails now is tried again with the next look for updates. */
const install = async () => {
  const [cache, from] = await Promise.all([caches.open(OURS), earlier()]);
  await cache.put(CONTENTS, new Response(JSON.stringify(FILES)));
  const wanted = new Set(Object.keys(RELEASE.shell));
  // What worked without a server in the version before does so in this one.
  for (const version of from) {
    for (const { url } of await version.cache.keys()) {
      const { pathname } = new URL(url);
      if (pathname in RELEASE.later) wanted.add(pathname);
    }
  }
  await Promise.all([...wanted].map((address) => obtain(cache, address, from)));
};

/** Fetches what is missing, words in `language` first; stops at the first that cannot be had or kept. */
const complete = async (language) => {
  const [cache, from] = await Promise.all([caches.open(OURS), earlier()]);
  const isSpoken = (address) => address.startsWith(`/locales/${language}/`);
  const isWord = (address) => address.startsWith("/locales/");
  const rank = (address) => (isSpoken(address) ? 0 : isWord(address) ? 2 : 1);
  const all = Object.keys(FILES).sort((one, other) => rank(one) - rank(other));
  // Somebody who pays for every byte gets what is in use.
  const wanted = navigator.connection?.saveData ? all.filter((address) => address in RELEASE.shell || isSpoken(address)) : all;
  for (const address of wanted) await obtain(cache, address, from);
};

// ---- Clients -----------------------------------------------------------------------------------------------------

const note = async (id) => (await caches.open(OURS)).put(CLIENT + id, new Response());

/** Whether another version serves this client: old tabs go on with the files of their own. */
const isServedByOther = async (id) => {
  for (const name of await others()) {
    if (await (await caches.open(name)).match(CLIENT + id)) return true;
  }
  return false;
};

const clientIds = async () => (await self.clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id);

/** Notes everybody who came from the server before there was a version to serve them. */
const adopt = async () => {
  for (const id of await clientIds()) if (!(await isServedByOther(id))) await note(id);
};

/** Forgets clients that are gone, and other versions that serve nobody. */
const sweep = async () => {
  // A version that is still to come serves nobody either.
  if (self.registration.installing || self.registration.waiting) return;
  const alive = new Set(await clientIds());
  for (const name of await versions()) {
    const cache = await caches.open(name);
    let serves = 0;
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(CLIENT)) continue;
      if (alive.has(pathname.slice(CLIENT.length))) serves += 1;
      else await cache.delete(request);
    }
    if (name !== OURS && serves === 0) await caches.delete(name);
  }
};

// ---- Answers -----------------------------------------------------------------------------------------------------

/** A listed file that is not on the device any more: from the server, and kept again if there is room. */
const restored = async (event, address) => {
  try {
    const answer = await fetched(address);
    const copy = answer.clone();
    event.waitUntil(caches.open(OURS).then((cache) => cache.put(address, copy)).catch(() => {}));
    return answer;
  } catch (error) {
    // Most likely there is a newer version.
    event.waitUntil(self.registration.update().catch(() => {}));
    throw error;
  }
};

const page = async (event) => {
  event.waitUntil(note(event.resultingClientId).catch(() => {}));
  const kept = await (await caches.open(OURS)).match(PAGE);
  return kept ?? restored(event, PAGE).catch(() => fetch(event.request));
};

/** Names hold hashes: a file of an earlier version, which an old tab asks for, is nobody else's. */
const file = async (event, address) => {
  const kept = (await (await caches.open(OURS)).match(address)) ?? (await caches.match(address));
  if (kept) return kept;
  return address in FILES ? restored(event, address) : fetch(event.request);
};

const hasExtension = (pathname) => /\.[^/]*$/.test(pathname);

const answer = (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range") || origin !== self.location.origin) return;
  const isApi = pathname.startsWith("/api/");
  if (request.mode === "navigate") {
    const isOurs = !isApi && !hasExtension(pathname);
    // A page of the server's that cannot be had: ours says so.
    event.respondWith(isOurs ? page(event) : fetch(request).catch(() => page(event)));
  } else if (!isApi && hasExtension(pathname)) {
    event.respondWith(file(event, pathname));
  }
};

// ---- Events ------------------------------------------------------------------------------------------------------

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      await adopt();
      await self.clients.claim();
      await sweep();
    })().catch(() => {}),
  ),
);

self.addEventListener("fetch", answer);

self.addEventListener("message", (event) => {
  const { take_over, complete: language } = event.data ?? {};
  if (take_over) self.skipWaiting();
  if (language) event.waitUntil(complete(language).then(sweep).catch(() => {}));
});
