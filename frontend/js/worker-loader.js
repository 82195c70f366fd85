// Starts the renderers. A failure leaves the promise, so that the page hears of it as an error of the worker.
importScripts("/worker.js");
wasm_bindgen({ module_or_path: "/worker_bg.wasm" }).catch((error) => {
  setTimeout(() => {
    throw error;
  });
});
