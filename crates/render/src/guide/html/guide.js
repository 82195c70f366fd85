
"use strict";
// Remembers in this browser what is ticked off, by the digest of the plan.
(() => {
  const key = `guide:${document.body.dataset.guide}`;
  const ticks = [...document.querySelectorAll("input[type=checkbox]")];
  const progress = document.querySelector(".progress");
  const show = () => {
    progress.hidden = false;
    progress.textContent = progress.dataset.words.replace("{done}", String(ticks.filter((tick) => tick.checked).length));
  };
  try {
    const done = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
    ticks.forEach((tick, at) => { tick.checked = done.has(at); });
  } catch { /* A browser that keeps nothing for files still lets one tick. */ }
  document.addEventListener("change", () => {
    try {
      localStorage.setItem(key, JSON.stringify(ticks.flatMap((tick, at) => (tick.checked ? [at] : []))));
    } catch { /* The same. */ }
    show();
  });
  // Paper cannot open what is closed.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
  show();
})();
