// Makes English longer by some 40 %, accented and in brackets, so that a look shows what is not translated, what is
// cut and what is glued together. Loaded only for those who asked for it.

const ACCENTED = {
  a: "áá", b: "ḃ", c: "ç", d: "ḋ", e: "éé", f: "ƒ", g: "ĝ", h: "ĥ", i: "íí", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ", n: "ñ",
  o: "óó", p: "þ", q: "ǫ", r: "ŕ", s: "š", t: "ţ", u: "úú", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Á", B: "Ḃ", C: "Ç", D: "Ḋ", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Í", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ", N: "Ñ",
  O: "Ó", P: "Þ", Q: "Ǫ", R: "Ŕ", S: "Š", T: "Ţ", U: "Ú", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
};

/** `text`, longer; what stands in braces is filled in later and stays, and so does what has no letters. */
export const lengthen = (text) => {
  const parts = text.split(/(\{\w+\})/);
  const accented = parts.map((part, at) => (at % 2 ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter])));
  return /[a-z]/i.test(text) ? `[${accented.join("")}]` : text;
};

/** Words as JSON text, longer. */
export const lengthenAll = (json) =>
  JSON.stringify(JSON.parse(json), (_, value) => (typeof value === "string" ? lengthen(value) : value));
