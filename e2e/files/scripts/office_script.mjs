/**
 * Runs an Office Script, as JavaScript, against a workbook that keeps what it is told: `node office_script.mjs FILE`,
 * JSON on stdout.
 *
 * Methods: the reference of the ExcelScript namespace. Limits: Excel's, 8,192 characters in a formula, 32,767 in a
 * cell, 255 in a list.
 */

import { readFileSync } from "node:fs";
import vm from "node:vm";

import { address, area, chain, Grid } from "./grid.mjs";

const LIMITS = { text: 32_768, formula: 8_192 };
const LAST_ROW = 1_048_576;

/** Members of an enumeration are their own names. */
const names = () => new Proxy({}, { get: (_, name) => String(name) });

class Range {
  constructor(sheet, row, column, height, width) {
    sheet.grid.within(row, column, height, width);
    Object.assign(this, { sheet, row, column, height, width });
  }

  setValue(value) {
    if (this.height * this.width !== 1) throw new Error("one value for many cells");
    this.sheet.grid.enter(this.row, this.column, value, LIMITS);
  }

  setValues(values) { this.each(values, (row, column, value) => this.sheet.grid.enter(row, column, value, LIMITS)); }
  setFormulas(texts) { this.each(texts, (row, column, text) => this.sheet.grid.compute(row, column, text, LIMITS)); }

  setFormula(formula) {
    if (this.height * this.width !== 1) throw new Error("one formula for many cells");
    this.sheet.grid.compute(this.row, this.column, formula, LIMITS);
  }

  setNumberFormat(format) { if (typeof format !== "string" || format === "") throw new Error(`${format} is no number format`); }
  setColumnHidden(isHidden) { if (isHidden !== true) throw new Error("setColumnHidden"); }

  setHyperlink(link) {
    const [, name] = /^'((?:[^']|'')+)'!A1$/.exec(link.documentReference) ?? [];
    if (!this.sheet.book.getWorksheet((name ?? "").replaceAll("''", "'"))) throw new Error(`${link.documentReference} leads nowhere`);
  }

  getFormat() {
    const setters = ["setColumnWidth", "setWrapText", "setVerticalAlignment", "setHorizontalAlignment"];
    return chain("RangeFormat", setters, {
      getFont: () => chain("RangeFont", ["setBold", "setColor", "setSize"]),
      getFill: () => chain("RangeFill", ["setColor"]),
    });
  }

  getDataValidation() {
    const rule = { column: this.column };
    return {
      setRule: (given) => {
        const source = given.list?.source;
        const isTooLong = typeof source === "string" && !source.startsWith("=") && source.length > 255;
        if (Object.keys(given).length !== 1 || source === "" || isTooLong) throw new Error(`no rule ${JSON.stringify(given)}`);
        Object.assign(rule, given);
        this.sheet.grid.rules.push(rule);
      },
      setErrorAlert: (alert) => {
        if (alert.title.length > 32 || alert.message.length > 255) throw new Error("an alert too long");
        rule.isStrict = alert.showAlert;
      },
    };
  }

  addConditionalFormat(type) {
    const look = () => chain("ConditionalRangeFormat", [], {
      getFill: () => chain("ConditionalRangeFill", ["setColor"]),
      getFont: () => chain("ConditionalRangeFont", ["setColor"]),
    });
    this.sheet.grid.formats.push(type);
    return {
      getCellValue: () => chain("CellValueConditionalFormat", ["setRule"], { getFormat: look }),
      getPreset: () => chain("PresetCriteriaConditionalFormat", ["setRule"], { getFormat: look }),
      getColorScale: () => chain("ColorScaleConditionalFormat", ["setCriteria"]),
    };
  }

  each(rows, use) {
    const fits = rows.length === this.height && rows.every((row) => row.length === this.width);
    if (!fits) throw new Error(`${this.sheet.grid.name}: ${rows.length} rows do not fit ${this.height}×${this.width}`);
    rows.forEach((row, down) => row.forEach((value, across) => use(this.row + down, this.column + across, value)));
  }
}

class Worksheet {
  constructor(book, name) {
    this.book = book;
    this.grid = new Grid(name, LAST_ROW, 16_384);
  }

  getRange(text) { return new Range(this, ...area(text, LAST_ROW)); }
  getRangeByIndexes(row, column, height, width) { return new Range(this, row + 1, column + 1, height, width); }
  setVisibility(visibility) { this.grid.isHidden = visibility === "hidden"; }
  setShowGridlines() {}
  setTabColor(color) { if (!/^#[0-9A-F]{6}$/i.test(color)) throw new Error(`${color} is no colour`); }
  activate() {}
  getFreezePanes() { return { freezeAt: (range) => this.grid.within(range.row, range.column, range.height, range.width) }; }

  addTable(range, hasHeaders) {
    const header = Array.from({ length: range.width }, (_, at) => this.grid.cells.get(address(range.row, range.column + at))?.value);
    const differ = new Set(header.map((name) => String(name).toLowerCase())).size === header.length;
    if (!hasHeaders || !differ || header.includes(undefined)) throw new Error(`${this.grid.name}: headers ${header}`);
    return {
      setName: (name) => {
        if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || this.book.tables.has(name)) throw new Error(`no table ${name}`);
        this.book.tables.add(name);
      },
      setPredefinedTableStyle: () => {},
    };
  }

  addChart(type, range) {
    if (!["columnClustered", "barClustered", "line", "pie"].includes(type)) throw new Error(`no chart ${type}`);
    this.grid.charts += 1;
    const point = { getFormat: () => ({ getFill: () => chain("ChartFill", ["setSolidColor"]) }) };
    return {
      getTitle: () => chain("ChartTitle", ["setText"]),
      getLegend: () => chain("ChartLegend", ["setVisible"]),
      setPosition: (cell) => this.grid.within(cell.row, cell.column, 1, 1),
      getSeries: () => [{ getPoints: () => Array(range.height).fill(point) }],
    };
  }
}

const book = {
  sheets: [],
  tables: new Set(),
  getWorksheet: (name) => book.sheets.find((sheet) => sheet.grid.name.toLowerCase() === name.toLowerCase()),
  addWorksheet: (name) => {
    const isLegal = name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
    if (!isLegal || book.getWorksheet(name)) throw new Error(`no sheet ${name}`);
    book.sheets.push(new Worksheet(book, name));
    return book.sheets.at(-1);
  },
};
const said = [];
const excel = new Proxy({}, { get: names });
const sandbox = { ExcelScript: excel, console: { log: (text) => said.push(text) }, book };
const script = readFileSync(process.argv[2], "utf8");
vm.runInNewContext(`${script}\nmain(book);`, sandbox);

let isRefused = false;
try {
  vm.runInNewContext(`${script}\nmain(book);`, sandbox);
} catch {
  isRefused = true;
}
console.log(JSON.stringify({ sheets: book.sheets.map((sheet) => sheet.grid.report()), said, isRefused }));
