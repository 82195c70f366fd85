/** Builds everything. Choose `build` in the toolbar, then *Run*. */
function build() {
  const book = SpreadsheetApp.getActiveSpreadsheet() || SpreadsheetApp.create(SYSTEM.name);
  refuseWhatIsThere(book);
  // Formulas are written with English names and commas; the spreadsheet's own language comes back at the end.
  const locale = book.getSpreadsheetLocale();
  book.setSpreadsheetLocale("en_US");
  try {
    makeSheets(book);
    SYSTEM.lists.columns.forEach((names, at) => fillList(book, names, at));
    SYSTEM.tables.forEach((table) => fillTable(book, table));
    fillStart(book);
    SYSTEM.tables.forEach((table) => compute(book, table));
    SYSTEM.views.forEach((view) => fillView(book, view));
    SYSTEM.dashboards.forEach((dashboard) => fillDashboard(book, dashboard));
  } finally {
    book.setSpreadsheetLocale(locale);
  }
  removeEmptyFirstSheet(book);
  sheetOf(book, SYSTEM.start.sheet).activate();
  Logger.log(`${WORDS.done} ${book.getUrl()}`);
}

/** Nothing of anybody's is overwritten. */
function refuseWhatIsThere(book) {
  const taken = sheetNames().filter((name) => book.getSheetByName(name));
  if (taken.length > 0) throw new Error(`${WORDS.taken} ${taken.join(", ")}`);
}

function sheetNames() {
  const lists = SYSTEM.lists.columns.length > 0 ? [SYSTEM.lists.sheet] : [];
  const named = [...SYSTEM.dashboards, ...SYSTEM.tables, ...SYSTEM.views].map((each) => each.sheet);
  return [SYSTEM.start.sheet, ...named, ...lists];
}

/** All sheets first: formulas name each other's. */
function makeSheets(book) {
  const first = book.getNumSheets();
  sheetNames().forEach((name, at) => {
    const sheet = book.insertSheet(name, first + at);
    if (SYSTEM.right_to_left) sheet.setRightToLeft(true);
  });
}

function sheetOf(book, name) {
  const sheet = book.getSheetByName(name);
  if (!sheet) throw new Error(`${WORDS.missing} ${name}`);
  return sheet;
}

/** Makes room for `rows` and `columns`. */
function reach(sheet, rows, columns) {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

/** A text stays a text, whatever it starts with. */
function typed(value) {
  return typeof value === "string" && /^[=+\-@']/.test(value) ? `'${value}` : value;
}

/** A formula as Google Sheets names its functions. */
function plainFormula(text) {
  return `=${text.split("_xlfn.").join("")}`;
}

/** A formula that works on whole columns cell by cell. */
function arrayFormula(text) {
  return `=ARRAYFORMULA(${plainFormula(text).slice(1)})`;
}

function fillList(book, names, at) {
  const sheet = sheetOf(book, SYSTEM.lists.sheet);
  reach(sheet, names.length, at + 1);
  const cells = sheet.getRange(1, at + 1, names.length, 1);
  cells.setNumberFormat("@").setValues(names.map((name) => [typed(name)]));
  sheet.hideSheet();
}

function fillStart(book) {
  const sheet = sheetOf(book, SYSTEM.start.sheet);
  reach(sheet, SYSTEM.start.lines.length + 5, 2);
  sheet.setHiddenGridlines(true).setColumnWidth(1, 215).setColumnWidth(2, 635);
  title(sheet.getRange("A1"), SYSTEM.name);
  remark(sheet.getRange("A2"), SYSTEM.description);
  sheet.getRange("A4").setValue(typed(SYSTEM.start.today)).setFontWeight("bold");
  const today = sheet.getRange("B4").setFormula("=TODAY()");
  today.setNumberFormat(SYSTEM.start.date_format).setHorizontalAlignment("left");
  SYSTEM.start.lines.forEach((line, at) => writeLine(book, sheet, line, at + 6));
}

function writeLine(book, sheet, line, row) {
  const [name, text] = [sheet.getRange(row, 1), sheet.getRange(row, 2)];
  if (line.kind === "link") {
    link(book, name, line.name);
  } else if (line.name !== undefined) {
    name.setNumberFormat("@").setValue(typed(line.name)).setVerticalAlignment("top");
  }
  if (line.kind === "heading") {
    name.setFontSize(13).setFontWeight("bold").setFontColor(SYSTEM.ink);
  }
  if (line.text !== undefined) {
    text.setNumberFormat("@").setValue(typed(line.text)).setWrap(true);
  }
}

function title(cell, text) {
  cell.setNumberFormat("@").setValue(typed(text)).setFontSize(20).setFontWeight("bold").setFontColor(SYSTEM.ink);
}

function remark(cell, text) {
  cell.setNumberFormat("@").setValue(typed(text)).setFontColor("#6B7280");
}

/** A link to a sheet, under its name. */
function link(book, cell, name) {
  const target = `#gid=${sheetOf(book, name).getSheetId()}`;
  cell.setRichTextValue(SpreadsheetApp.newRichTextValue().setText(name).setLinkUrl(target).build());
}

function fillTable(book, table) {
  const sheet = sheetOf(book, table.sheet);
  const columns = table.columns.length;
  reach(sheet, table.last_row, columns);
  header(sheet, 1, table.columns.map((column) => column.header));
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(1);
  table.columns.forEach((column, at) => fillColumn(book, sheet, table, column, at + 1));
  if (table.rows.length > 0) {
    sheet.getRange(2, 1, table.rows.length, columns).setValues(table.rows.map((row) => row.map(typed)));
  }
  colorOptions(sheet, table.columns, 2, table.last_row);
  sheet.getRange(1, 1, table.last_row, columns).createFilter();
  sheet.getRange(1, 1, 1, columns).protect().setDescription(table.sheet).setWarningOnly(true);
}

function fillColumn(book, sheet, table, column, at) {
  const cells = sheet.getRange(2, at, table.last_row - 1, 1);
  sheet.setColumnWidth(at, Math.round(column.width));
  cells.setNumberFormat(column.number_format).setVerticalAlignment("top").setWrap(column.wraps);
  sheet.getRange(1, at).setNote(column.note);
  const rule = validation(book, column);
  if (rule) cells.setDataValidation(rule);
  if (column.kind === "computed") {
    cells.setBackground(SYSTEM.computed_ground);
    sheet.getRange(1, at).setBackground(SYSTEM.computed_ink).setFontStyle("italic");
    cells.protect().setDescription(column.header).setWarningOnly(true);
  }
}

function header(sheet, row, names) {
  const cells = sheet.getRange(row, 1, 1, names.length).setNumberFormat("@").setValues([names.map(typed)]);
  cells.setFontWeight("bold").setFontColor("#FFFFFF").setBackground(SYSTEM.ink);
  cells.setVerticalAlignment("middle").setWrap(true);
}

/** What cells of a column take, or nothing. */
function validation(book, column) {
  const rule = SpreadsheetApp.newDataValidation();
  const names = column.options.map((option) => option.name);
  switch (column.kind) {
    case "choice":
      return rule.requireValueInList(names, true).setAllowInvalid(!column.is_strict).build();
    case "row":
      return rule.requireValueInRange(book.getRange(column.choices), true).setAllowInvalid(!column.is_strict).build();
    case "checkbox":
      return rule.requireCheckbox().build();
    case "rating":
      return rule.requireNumberBetween(1, column.max).setAllowInvalid(false).setHelpText(WORDS.rating).build();
    case "date":
      return rule.requireDate().setAllowInvalid(false).setHelpText(WORDS.date).build();
    default:
      return null;
  }
}

/** Options in their colours, and titles that are there twice in red. */
function colorOptions(sheet, columns, first, last) {
  const rules = sheet.getConditionalFormatRules();
  const rule = () => SpreadsheetApp.newConditionalFormatRule();
  columns.forEach((column, at) => {
    const cells = [sheet.getRange(first, at + 1, last - first + 1, 1)];
    column.options.forEach(({ name, ground, ink }) => {
      rules.push(rule().whenTextEqualTo(name).setBackground(ground).setFontColor(ink).setRanges(cells).build());
    });
    if (column.kind === "title") {
      const twice = `=COUNTIF($A$${first}:$A$${last},$A${first})>1`;
      rules.push(rule().whenFormulaSatisfied(twice).setFontColor("#991B1B").setRanges(cells).build());
    }
  });
  sheet.setConditionalFormatRules(rules);
}

/** Writes the formulas of a table, which may name any other. */
function compute(book, table) {
  const sheet = sheetOf(book, table.sheet);
  table.columns.forEach((column, at) => {
    const formula = column.formula;
    if (formula === null) return;
    const write = column.is_array ? arrayFormula : plainFormula;
    const rows = Array.from({ length: table.last_row - 1 }, (_, index) => index + 2);
    const texts = rows.map((row) => [write(formula.split(ROW).join(String(row)))]);
    sheet.getRange(2, at + 1, texts.length, 1).setFormulas(texts);
  });
}

function fillView(book, view) {
  const sheet = sheetOf(book, view.sheet);
  const columns = view.columns.length;
  const first = view.header_row + 1;
  const table = SYSTEM.tables.find((each) => each.sheet === view.table);
  reach(sheet, view.header_row + (table ? table.last_row : 0), columns + 2);
  sheet.setTabColor(view.tab);
  title(sheet.getRange("A1"), view.title);
  remark(sheet.getRange("A2"), view.about);
  link(book, sheet.getRange("A3"), view.table);
  header(sheet, view.header_row, view.columns.map((column) => column.header));
  sheet.setFrozenRows(view.header_row);
  sheet.setFrozenColumns(1);
  sheet.getRange(first, columns + 1).setFormula(arrayFormula(view.places));
  sheet.getRange(first, columns + 2).setFormula(arrayFormula(view.positions));
  view.columns.forEach((column, at) => {
    const cells = sheet.getRange(first, at + 1, view.last_row - view.header_row, 1);
    sheet.setColumnWidth(at + 1, Math.round(column.width));
    cells.setNumberFormat(column.number_format).setVerticalAlignment("top").setWrap(column.wraps);
    if (column.formula.includes(ROW)) {
      const rows = Array.from({ length: view.last_row - view.header_row }, (_, index) => first + index);
      cells.setFormulas(rows.map((row) => [plainFormula(column.formula.split(ROW).join(String(row)))]));
      return;
    }
    // One formula: its results fill the cells below.
    sheet.getRange(first, at + 1).setFormula(arrayFormula(column.formula));
  });
  colorOptions(sheet, view.columns, first, view.last_row);
  sheet.hideColumns(columns + 1, 2);
  sheet.protect().setDescription(view.sheet).setWarningOnly(true);
}

function fillDashboard(book, dashboard) {
  const sheet = sheetOf(book, dashboard.sheet);
  const last = dashboard.cells.reduce((most, cell) => Math.max(most, cell.row + 1), 1);
  const widest = dashboard.cells.reduce((most, cell) => Math.max(most, cell.column + 1), 1);
  reach(sheet, last + 20, widest + 10);
  sheet.setHiddenGridlines(true).setColumnWidth(1, 19).setColumnWidth(2, 201);
  dashboard.cells.forEach((cell) => put(sheet, cell));
  const [least, greatest] = dashboard.heat_colors;
  const shaded = (area) => {
    const rule = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint(least).setGradientMaxpoint(greatest);
    return rule.setRanges([rangeOf(sheet, area)]).build();
  };
  sheet.setConditionalFormatRules(dashboard.heat.map(shaded));
  dashboard.charts.forEach((chart) => sheet.insertChart(drawn(sheet, chart)));
}

function rangeOf(sheet, area) {
  const [rows, columns] = [area.last_row - area.first_row + 1, area.last_column - area.first_column + 1];
  return sheet.getRange(area.first_row + 1, area.first_column + 1, rows, columns);
}

function put(sheet, { row, column, content, look }) {
  const cell = sheet.getRange(row + 1, column + 1);
  if (look.number_format) cell.setNumberFormat(look.number_format);
  if (content.type === "text") cell.setNumberFormat("@").setValue(typed(content.value));
  if (content.type === "number") cell.setValue(content.value);
  if (content.type === "formula") cell.setFormula(arrayFormula(content.value.text));
  const sizes = { title: 20, figure: 22, heading: 13 };
  const size = sizes[look.type];
  if (size) cell.setFontSize(size).setFontWeight("bold").setFontColor(SYSTEM.ink);
  if (look.type === "figure") cell.setHorizontalAlignment("left");
  if (look.type === "remark") cell.setFontColor("#6B7280");
  if (look.type === "label") cell.setFontWeight("bold").setBackground("#E0E7FF");
}

/** A chart beside its numbers. */
function drawn(sheet, chart) {
  const { COLUMN, BAR, LINE, PIE } = Charts.ChartType;
  const kinds = { column: COLUMN, bar: BAR, line: LINE, pie: PIE };
  const isPie = chart.kind === "pie";
  const builder = sheet.newChart().setChartType(kinds[chart.kind] || COLUMN).addRange(rangeOf(sheet, chart.area));
  builder.setOption("title", chart.name).setOption("legend", { position: isPie ? "right" : "none" });
  builder.setOption("colors", isPie ? chart.colors : chart.colors.slice(0, 1));
  return builder.setPosition(chart.area.first_row, chart.area.last_column + 3, 0, 0).build();
}

/** The sheet that every new spreadsheet starts with, if nobody used it. */
function removeEmptyFirstSheet(book) {
  const ours = new Set(sheetNames());
  const others = book.getSheets().filter((sheet) => !ours.has(sheet.getName()));
  if (others.length === 1 && others[0].getLastRow() === 0) book.deleteSheet(others[0]);
}
