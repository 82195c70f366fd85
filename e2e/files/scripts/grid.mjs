/** What a script wrote, cell by cell, and the limits that both spreadsheets share. */

export class Grid {
  constructor(name, rows, columns) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.cells = new Map();
    this.rules = [];
    this.formats = [];
    this.charts = 0;
    this.isHidden = false;
  }

  /** Refuses what lies outside the sheet. Rows and columns are counted from 1. */
  within(row, column, height, width) {
    const whole = [row, column, height, width].every((number) => Number.isInteger(number) && number > 0);
    if (!whole || row + height - 1 > this.rows || column + width - 1 > this.columns) {
      throw new Error(`${this.name}: no cells ${row},${column} + ${height}×${width} in ${this.rows}×${this.columns}`);
    }
  }

  /** Enters a value as a person's typing would be. */
  enter(row, column, value, limits) {
    if (!["string", "number", "boolean"].includes(typeof value)) throw new Error(`${this.name}: ${typeof value} in a cell`);
    const text = String(value);
    if (text.length > limits.text) throw new Error(`${this.name}: ${text.length} characters in a cell`);
    if (typeof value === "string" && /^[=+\-@]/.test(value)) throw new Error(`${this.name}: ${value} would run`);
    const entered = typeof value === "string" && value.startsWith("'") ? value.slice(1) : value;
    if (entered === "") this.cells.delete(address(row, column));
    else this.cells.set(address(row, column), { value: entered });
  }

  compute(row, column, formula, limits) {
    if (typeof formula !== "string" || !formula.startsWith("=")) throw new Error(`${this.name}: ${formula} is no formula`);
    if (formula.length > limits.formula) throw new Error(`${this.name}: a formula of ${formula.length} characters`);
    if (formula.includes("_xlfn") || formula.includes("\u0001")) throw new Error(`${this.name}: ${formula}`);
    this.cells.set(address(row, column), { formula });
  }

  report() {
    const { name, rules, formats, charts, isHidden } = this;
    return { name, cells: Object.fromEntries(this.cells), rules, formats, charts, isHidden };
  }
}

export function address(row, column) {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** `A1`, `$A$2:$A$1000`, `A:A` as [row, column, height, width]; whole columns reach to `lastRow`. */
export function area(text, lastRow) {
  const [, firstLetters, firstRow, lastLetters, end] = /^\$?([A-Z]+)\$?(\d*)(?::\$?([A-Z]+)\$?(\d*))?$/.exec(text) ?? [];
  if (!firstLetters) throw new Error(`${text} is no range`);
  const [left, right] = [number(firstLetters), number(lastLetters ?? firstLetters)];
  const from = firstRow ? Number(firstRow) : 1;
  const to = firstRow ? Number(end ?? firstRow) : lastRow;
  return [from, left, to - from + 1, right - left + 1];
}

function number(letters) {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Whatever is called on it answers itself, if `names` lists it: a chain that only has to be legal. */
export function chain(kind, names, made = {}) {
  const self = new Proxy(made, {
    get(target, name) {
      if (name in target) return target[name];
      if (names.includes(name)) return (...given) => ((target.given ??= []).push([name, ...given]), self);
      throw new Error(`${kind} has no ${String(name)}`);
    },
  });
  return self;
}
