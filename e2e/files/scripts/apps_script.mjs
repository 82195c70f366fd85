/**
 * Runs an Apps Script against a spreadsheet that keeps what it is told: `node apps_script.mjs FILE`, JSON on stdout.
 *
 * Methods and limits: the reference of the Spreadsheet service; 50,000 characters in a cell, 500 items in a list.
 */

import { readFileSync } from "node:fs";
import vm from "node:vm";

import { area, chain, Grid } from "./grid.mjs";

const LIMITS = { text: 50_000, formula: 50_000 };
const LOOKS = [
  "setFontSize", "setFontWeight", "setFontColor", "setFontStyle", "setBackground", "setHorizontalAlignment",
  "setVerticalAlignment", "setWrap", "setNote",
];

class Range {
  constructor(sheet, row, column, height, width) {
    sheet.grid.within(row, column, height, width);
    Object.assign(this, { sheet, row, column, height, width });
  }

  setValue(value) {
    return this.setValues(Array.from({ length: this.height }, () => Array(this.width).fill(value)));
  }

  setValues(values) {
    this.each(values, (row, column, value) => this.sheet.grid.enter(row, column, value, LIMITS));
    return this;
  }

  setFormula(formula) {
    this.sheet.grid.compute(this.row, this.column, formula, LIMITS);
    return this;
  }

  setFormulas(formulas) {
    this.each(formulas, (row, column, formula) => this.sheet.grid.compute(row, column, formula, LIMITS));
    return this;
  }

  setRichTextValue(rich) {
    // Rich text is text, never typed.
    this.sheet.grid.enter(this.row, this.column, `'${rich.text}`, LIMITS);
    if (!/^#gid=\d+$/.test(rich.url)) throw new Error(`${rich.url} leads nowhere`);
    return this;
  }

  setNumberFormat(format) {
    if (typeof format !== "string" || format === "") throw new Error(`${format} is no number format`);
    return this;
  }

  setDataValidation(rule) {
    this.sheet.grid.rules.push({ column: this.column, ...rule });
    return this;
  }

  createFilter() {
    if (this.sheet.filter) throw new Error("a sheet has one filter");
    this.sheet.filter = this;
    return this;
  }

  protect() {
    return protection();
  }

  each(rows, use) {
    const fits = rows.length === this.height && rows.every((row) => row.length === this.width);
    if (!fits) throw new Error(`${this.sheet.grid.name}: ${rows.length} rows do not fit ${this.height}×${this.width}`);
    rows.forEach((row, down) => row.forEach((value, across) => use(this.row + down, this.column + across, value)));
  }
}
for (const look of LOOKS) {
  Range.prototype[look] = function set(value) {
    if (value === undefined) throw new Error(`${look} without a value`);
    return this;
  };
}

const protection = () => chain("Protection", ["setDescription", "setWarningOnly"]);

class Sheet {
  constructor(book, name) {
    this.book = book;
    this.grid = new Grid(name, 1000, 26);
    this.id = book.sheets.length + 1;
  }

  getRange(first, column, height = 1, width = 1) {
    const place = typeof first === "string" ? area(first, this.grid.rows) : [first, column, height, width];
    return new Range(this, ...place);
  }

  getName() { return this.grid.name; }
  getSheetId() { return this.id; }
  getMaxRows() { return this.grid.rows; }
  getMaxColumns() { return this.grid.columns; }
  getLastRow() { return this.grid.cells.size; }
  getConditionalFormatRules() { return [...this.grid.formats]; }
  insertRowsAfter(after, many) { this.grow("rows", after, many); }
  insertColumnsAfter(after, many) { this.grow("columns", after, many); }
  setConditionalFormatRules(rules) { this.grid.formats = rules; }
  setFrozenRows(rows) { this.grid.within(1, 1, rows, 1); }
  setFrozenColumns(columns) { this.grid.within(1, 1, 1, columns); }
  setColumnWidth(column, pixels) { this.grid.within(1, column, 1, 1); if (!Number.isInteger(pixels)) throw new Error(`${pixels} pixels`); return this; }
  hideColumns(column, many) { this.grid.within(1, column, 1, many); }
  hideSheet() { this.grid.isHidden = true; }
  setHiddenGridlines() { return this; }
  setRightToLeft() { return this; }
  setTabColor(color) { if (!/^#[0-9A-F]{6}$/i.test(color)) throw new Error(`${color} is no colour`); }
  protect() { return protection(); }
  activate() { return this; }

  newChart() {
    const names = ["setChartType", "addRange", "setOption", "setPosition"];
    const builder = chain("EmbeddedChartBuilder", names, { build: () => ({ isChart: true, given: builder.given }) });
    return builder;
  }

  insertChart(chart) {
    if (!chart.isChart) throw new Error("this is no chart");
    this.grid.charts += 1;
  }

  grow(what, after, many) {
    if (after !== this.grid[what]) throw new Error(`rows and columns are added at the end, not after ${after}`);
    this.grid[what] += many;
  }
}

class Book {
  constructor() {
    this.sheets = [];
    this.locale = "de_DE";
    this.insertSheet("Sheet1", 0);
  }

  getSheetByName(name) { return this.sheets.find((sheet) => sheet.getName() === name) ?? null; }
  getSheets() { return [...this.sheets]; }
  getNumSheets() { return this.sheets.length; }
  getSpreadsheetLocale() { return this.locale; }
  setSpreadsheetLocale(locale) { this.locale = locale; }
  getUrl() { return "https://example.org/sheet"; }
  deleteSheet(sheet) { this.sheets.splice(this.sheets.indexOf(sheet), 1); }

  insertSheet(name, at) {
    const taken = this.sheets.some((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
    if (taken || name === "" || name.length > 100 || at > this.sheets.length) throw new Error(`no sheet ${name}`);
    const sheet = new Sheet(this, name);
    this.sheets.splice(at, 0, sheet);
    return sheet;
  }

  getRange(reference) {
    const [, name, cells] = /^'((?:[^']|'')+)'!(.+)$/.exec(reference) ?? [];
    const sheet = this.getSheetByName((name ?? "").replaceAll("''", "'"));
    if (!sheet) throw new Error(`${reference} names no sheet`);
    return sheet.getRange(cells);
  }
}

const book = new Book();
const said = [];
const rule = () => {
  const made = {};
  const settings = { setAllowInvalid: (isAllowed) => ((made.isStrict = !isAllowed), builder), setHelpText: () => builder, build: () => made };
  const list = (names) => {
    const fits = names.length > 0 && names.length <= 500 && names.every((name) => typeof name === "string" && name !== "");
    if (!fits) throw new Error(`no list of ${names.length}`);
    made.list = names;
    return builder;
  };
  const builder = {
    ...settings,
    requireValueInList: list,
    requireValueInRange: (range) => ((made.rows = range.height), builder),
    requireCheckbox: () => ((made.isCheckbox = true), builder),
    requireNumberBetween: (least, most) => ((made.between = [least, most]), builder),
    requireDate: () => ((made.isDate = true), builder),
  };
  return builder;
};
const formats = [
  "whenTextEqualTo", "whenFormulaSatisfied", "setBackground", "setFontColor", "setRanges", "setGradientMinpoint",
  "setGradientMaxpoint",
];
const format = () => {
  const builder = chain("ConditionalFormatRuleBuilder", formats, { build: () => builder.given.map(([name]) => name) });
  return builder;
};
const rich = () => {
  const made = {};
  const builder = { setText: (text) => ((made.text = text), builder), setLinkUrl: (url) => ((made.url = url), builder), build: () => made };
  return builder;
};
const sandbox = {
  SpreadsheetApp: {
    getActiveSpreadsheet: () => book,
    newDataValidation: rule,
    newConditionalFormatRule: format,
    newRichTextValue: rich,
  },
  Charts: { ChartType: { COLUMN: "COLUMN", BAR: "BAR", LINE: "LINE", PIE: "PIE" } },
  Logger: { log: (text) => said.push(text) },
};
vm.runInNewContext(`${readFileSync(process.argv[2], "utf8")}\nbuild();`, sandbox);

let isRefused = false;
try {
  vm.runInNewContext(`${readFileSync(process.argv[2], "utf8")}\nbuild();`, sandbox);
} catch {
  isRefused = true;
}
const sheets = book.sheets.map((sheet) => sheet.grid.report());
console.log(JSON.stringify({ sheets, said, isRefused, locale: book.locale }));
