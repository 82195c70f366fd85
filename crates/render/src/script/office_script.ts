function main(workbook: ExcelScript.Workbook): void {
  const plan = system();
  const sheets = makeSheets(workbook, plan);
  plan.lists.columns.forEach((names, at) => fillList(sheetOf(sheets, plan.lists.sheet), names, at));
  plan.tables.forEach((table) => fillTable(sheetOf(sheets, table.sheet), plan, table));
  fillStart(sheetOf(sheets, plan.start.sheet), plan);
  plan.tables.forEach((table) => compute(sheetOf(sheets, table.sheet), table));
  plan.views.forEach((view) => fillView(sheetOf(sheets, view.sheet), plan, view));
  plan.dashboards.forEach((dashboard) => fillDashboard(sheetOf(sheets, dashboard.sheet), plan, dashboard));
  sheetOf(sheets, plan.start.sheet).activate();
  console.log(words().done);
}

/** All sheets first: formulas name each other's. Nothing of anybody's is overwritten. */
function makeSheets(workbook: ExcelScript.Workbook, plan: System): Sheets {
  const names = sheetNames(plan);
  const taken = names.filter((name) => workbook.getWorksheet(name) !== undefined);
  if (taken.length > 0) {
    throw new Error(`${words().taken} ${taken.join(", ")}`);
  }
  const sheets: Sheets = {};
  names.forEach((name) => {
    sheets[name] = workbook.addWorksheet(name);
  });
  return sheets;
}

function sheetNames(plan: System): string[] {
  const named = [...plan.dashboards, ...plan.tables, ...plan.views].map((each) => each.sheet);
  const lists = plan.lists.columns.length > 0 ? [plan.lists.sheet] : [];
  return [plan.start.sheet, ...named, ...lists];
}

function sheetOf(sheets: Sheets, name: string): ExcelScript.Worksheet {
  const sheet = sheets[name];
  if (sheet === undefined) {
    throw new Error(`${words().missing} ${name}`);
  }
  return sheet;
}

/** A text stays a text, whatever it starts with. */
function typed(value: Cell): Cell {
  return typeof value === "string" && /^[=+\-@']/.test(value) ? `'${value}` : value;
}

/** Writes a text that no format reads as anything else. */
function write(cell: ExcelScript.Range, text: string): void {
  cell.setNumberFormat("@");
  cell.setValue(typed(text));
}

/** A formula as Excel takes it: new functions by their plain names. */
function formulaOf(text: string): string {
  return `=${text.split("_xlfn.").join("")}`;
}

/** A link to a sheet, under its name. */
function link(cell: ExcelScript.Range, sheet: string): void {
  const quoted = `'${sheet.split("'").join("''")}'`;
  cell.setHyperlink({ documentReference: `${quoted}!A1` });
  write(cell, sheet);
}

function bold(cell: ExcelScript.Range, size: number, ink: string): void {
  const font = cell.getFormat().getFont();
  font.setBold(true);
  font.setSize(size);
  font.setColor(ink);
}

function top(sheet: ExcelScript.Worksheet, plan: System, title: string, remark: string): void {
  write(sheet.getRange("A1"), title);
  bold(sheet.getRange("A1"), 20, plan.ink);
  write(sheet.getRange("A2"), remark);
  sheet.getRange("A2").getFormat().getFont().setColor("#6B7280");
}

function fillList(sheet: ExcelScript.Worksheet, names: string[], at: number): void {
  const cells = sheet.getRangeByIndexes(0, at, names.length, 1);
  cells.setNumberFormat("@");
  cells.setValues(names.map((name) => [typed(name)]));
  sheet.setVisibility(ExcelScript.SheetVisibility.hidden);
}

function fillStart(sheet: ExcelScript.Worksheet, plan: System): void {
  sheet.setShowGridlines(false);
  sheet.getRange("A:A").getFormat().setColumnWidth(160);
  sheet.getRange("B:B").getFormat().setColumnWidth(476);
  top(sheet, plan, plan.name, plan.description);
  write(sheet.getRange("A4"), plan.start.today);
  sheet.getRange("A4").getFormat().getFont().setBold(true);
  const today = sheet.getRange("B4");
  today.setFormula("=TODAY()");
  today.setNumberFormat(plan.start.date_format);
  today.getFormat().setHorizontalAlignment(ExcelScript.HorizontalAlignment.left);
  plan.start.lines.forEach((line, at) => writeLine(sheet, plan, line, at + 5));
}

function writeLine(sheet: ExcelScript.Worksheet, plan: System, line: Line, row: number): void {
  const name = sheet.getRangeByIndexes(row, 0, 1, 1);
  const text = sheet.getRangeByIndexes(row, 1, 1, 1);
  if (line.kind === "link" && line.name !== undefined) {
    link(name, line.name);
  } else if (line.name !== undefined) {
    write(name, line.name);
  }
  name.getFormat().setVerticalAlignment(ExcelScript.VerticalAlignment.top);
  if (line.kind === "heading") {
    bold(name, 13, plan.ink);
  }
  if (line.text !== undefined) {
    write(text, line.text);
    text.getFormat().setWrapText(true);
  }
}

function fillTable(sheet: ExcelScript.Worksheet, plan: System, table: Table): void {
  const width = table.columns.length;
  header(sheet.getRangeByIndexes(0, 0, 1, width), table.columns.map((column) => column.header), plan.ink);
  table.columns.forEach((column, at) => {
    fillColumn(sheet.getRangeByIndexes(1, at, table.last_row - 1, 1), plan, column);
  });
  if (table.rows.length > 0) {
    sheet.getRangeByIndexes(1, 0, table.rows.length, width).setValues(table.rows.map((row) => row.map(typed)));
  }
  const made = sheet.addTable(sheet.getRangeByIndexes(0, 0, table.last_row, width), true);
  made.setName(table.table);
  made.setPredefinedTableStyle("TableStyleLight1");
  table.columns.forEach((column, at) => {
    const ground = column.kind === "computed" ? plan.computed_ink : plan.ink;
    sheet.getRangeByIndexes(0, at, 1, 1).getFormat().getFill().setColor(ground);
  });
  sheet.getFreezePanes().freezeAt(sheet.getRange("A1"));
}

function fillColumn(cells: ExcelScript.Range, plan: System, column: Column): void {
  look(cells, column);
  validate(cells, column);
  if (column.kind === "title") {
    const twice = cells.addConditionalFormat(ExcelScript.ConditionalFormatType.presetCriteria).getPreset();
    twice.getFormat().getFont().setColor("#991B1B");
    twice.setRule({ criterion: ExcelScript.ConditionalFormatPresetCriterion.duplicateValues });
  }
  if (column.kind === "computed") {
    cells.getFormat().getFill().setColor(plan.computed_ground);
  }
}

/** What columns of tables and of views look like. */
function look(cells: ExcelScript.Range, column: ViewColumn): void {
  const format = cells.getFormat();
  cells.setNumberFormat(column.number_format);
  // Points: three quarters of a pixel.
  format.setColumnWidth(column.width * 0.75);
  format.setWrapText(column.wraps);
  format.setVerticalAlignment(ExcelScript.VerticalAlignment.top);
  column.options.forEach((option) => {
    const rule = cells.addConditionalFormat(ExcelScript.ConditionalFormatType.cellValue).getCellValue();
    rule.getFormat().getFill().setColor(option.ground);
    rule.getFormat().getFont().setColor(option.ink);
    const name = option.name.split('"').join('""');
    rule.setRule({ formula1: `="${name}"`, operator: ExcelScript.ConditionalCellValueOperator.equalTo });
  });
}

function header(cells: ExcelScript.Range, names: string[], ink: string): void {
  const format = cells.getFormat();
  cells.setNumberFormat("@");
  cells.setValues([names.map(typed)]);
  format.getFont().setBold(true);
  format.getFont().setColor("#FFFFFF");
  format.getFill().setColor(ink);
  format.setWrapText(true);
  format.setVerticalAlignment(ExcelScript.VerticalAlignment.center);
}

/** Lets people pick, and keeps what cannot be out of the cells. */
function validate(cells: ExcelScript.Range, column: Column): void {
  const rule = ruleOf(column);
  if (rule === undefined) {
    return;
  }
  const validation = cells.getDataValidation();
  validation.setRule(rule.rule);
  validation.setErrorAlert({
    showAlert: rule.isStrict,
    style: ExcelScript.DataValidationAlertStyle.stop,
    title: column.header.slice(0, 32),
    message: rule.message,
  });
}

function ruleOf(column: Column): { rule: ExcelScript.DataValidationRule; message: string; isStrict: boolean } | undefined {
  const { between, greaterThanOrEqualTo } = ExcelScript.DataValidationOperator;
  const list = (source: string): ExcelScript.DataValidationRule => ({ list: { inCellDropDown: true, source } });
  const names = column.options.map((option) => option.name).join(",");
  switch (column.kind) {
    case "choice":
    case "row":
      return {
        rule: list(column.choices === null ? names : `=${column.choices}`),
        message: words().pick,
        isStrict: column.is_strict,
      };
    case "checkbox":
      return { rule: list("TRUE,FALSE"), message: words().pick, isStrict: true };
    case "rating":
      return {
        rule: { wholeNumber: { formula1: 1, formula2: column.max ?? 5, operator: between } },
        message: words().rating,
        isStrict: true,
      };
    case "date":
      return {
        rule: { date: { formula1: "1900-03-01", operator: greaterThanOrEqualTo } },
        message: words().date,
        isStrict: true,
      };
    default:
      return undefined;
  }
}

/** Writes the formulas of a table, which may name any other. */
function compute(sheet: ExcelScript.Worksheet, table: Table): void {
  table.columns.forEach((column, at) => {
    const formula = column.formula;
    if (formula === null) {
      return;
    }
    const texts: string[][] = [];
    for (let row = 2; row <= table.last_row; row += 1) {
      texts.push([formulaOf(formula.split(rowMark()).join(String(row)))]);
    }
    sheet.getRangeByIndexes(1, at, texts.length, 1).setFormulas(texts);
  });
}

function fillView(sheet: ExcelScript.Worksheet, plan: System, view: View): void {
  const width = view.columns.length;
  const first = view.header_row;
  sheet.setTabColor(view.tab);
  top(sheet, plan, view.title, view.about);
  link(sheet.getRange("A3"), view.table);
  header(sheet.getRangeByIndexes(first - 1, 0, 1, width), view.columns.map((column) => column.header), plan.ink);
  sheet.getRangeByIndexes(first, width, 1, 1).setFormula(formulaOf(view.places));
  sheet.getRangeByIndexes(first, width + 1, 1, 1).setFormula(formulaOf(view.positions));
  view.columns.forEach((column, at) => {
    look(sheet.getRangeByIndexes(first, at, view.last_row - first, 1), column);
    if (column.formula.includes(rowMark())) {
      const texts: string[][] = [];
      for (let row = first + 1; row <= view.last_row; row += 1) {
        texts.push([formulaOf(column.formula.split(rowMark()).join(String(row)))]);
      }
      sheet.getRangeByIndexes(first, at, texts.length, 1).setFormulas(texts);
      return;
    }
    // One formula: its results fill the cells below.
    sheet.getRangeByIndexes(first, at, 1, 1).setFormula(formulaOf(column.formula));
  });
  sheet.getRangeByIndexes(0, width, 1, 2).setColumnHidden(true);
  sheet.getFreezePanes().freezeAt(sheet.getRangeByIndexes(0, 0, first, 1));
}

function fillDashboard(sheet: ExcelScript.Worksheet, plan: System, dashboard: Dashboard): void {
  sheet.setShowGridlines(false);
  sheet.getRange("A:A").getFormat().setColumnWidth(14);
  sheet.getRange("B:B").getFormat().setColumnWidth(151);
  dashboard.cells.forEach((cell) => put(sheet.getRangeByIndexes(cell.row, cell.column, 1, 1), plan, cell));
  const { lowestValue, highestValue } = ExcelScript.ConditionalFormatColorCriterionType;
  const [least, greatest] = dashboard.heat_colors;
  dashboard.heat.forEach((area) => {
    const shaded = rangeOf(sheet, area).addConditionalFormat(ExcelScript.ConditionalFormatType.colorScale);
    shaded.getColorScale().setCriteria({
      minimum: { type: lowestValue, color: least },
      maximum: { type: highestValue, color: greatest },
    });
  });
  dashboard.charts.forEach((chart) => draw(sheet, chart));
}

function put(range: ExcelScript.Range, plan: System, cell: GridCell): void {
  const { content, look } = cell;
  if (look.number_format) {
    range.setNumberFormat(look.number_format);
  }
  if (content.type === "text" && typeof content.value === "string") {
    write(range, content.value);
  } else if (content.type === "number" && typeof content.value === "number") {
    range.setValue(content.value);
  } else if (content.type === "formula" && typeof content.value === "object") {
    range.setFormula(formulaOf(content.value.text));
  }
  const sizes: { [look: string]: number } = { title: 20, figure: 22, heading: 13 };
  const size = sizes[look.type];
  if (size !== undefined) {
    bold(range, size, plan.ink);
  }
  if (look.type === "remark") {
    range.getFormat().getFont().setColor("#6B7280");
  }
  if (look.type === "label") {
    range.getFormat().getFont().setBold(true);
    range.getFormat().getFill().setColor("#E0E7FF");
  }
}

function rangeOf(sheet: ExcelScript.Worksheet, area: Area): ExcelScript.Range {
  const height = area.last_row - area.first_row + 1;
  const width = area.last_column - area.first_column + 1;
  return sheet.getRangeByIndexes(area.first_row, area.first_column, height, width);
}

/** A chart beside its numbers. */
function draw(sheet: ExcelScript.Worksheet, chart: Chart): void {
  const { columnClustered, barClustered, line, pie } = ExcelScript.ChartType;
  const kinds: { [kind: string]: ExcelScript.ChartType } = { column: columnClustered, bar: barClustered, line, pie };
  const drawn = sheet.addChart(kinds[chart.kind] ?? columnClustered, rangeOf(sheet, chart.area));
  drawn.getTitle().setText(chart.name);
  drawn.getLegend().setVisible(chart.kind === "pie");
  drawn.setPosition(sheet.getRangeByIndexes(chart.area.first_row - 1, chart.area.last_column + 2, 1, 1));
  if (chart.kind !== "line") {
    const points = drawn.getSeries()[0]?.getPoints() ?? [];
    chart.colors.forEach((shade, at) => points[at]?.getFormat().getFill().setSolidColor(shade));
  }
}

type Cell = string | number | boolean;
type Sheets = { [name: string]: ExcelScript.Worksheet };

interface Words {
  done: string;
  taken: string;
  missing: string;
  rating: string;
  date: string;
  pick: string;
}
interface Option {
  name: string;
  ground: string;
  ink: string;
}
interface Line {
  kind: string;
  name?: string;
  text?: string;
}
interface Area {
  first_row: number;
  last_row: number;
  first_column: number;
  last_column: number;
}
interface Chart {
  name: string;
  kind: string;
  area: Area;
  colors: string[];
}
interface GridCell {
  row: number;
  column: number;
  content: { type: string; value?: Cell | { text: string } };
  look: { type: string; number_format?: string | null };
}
interface Dashboard {
  sheet: string;
  cells: GridCell[];
  charts: Chart[];
  heat: Area[];
  heat_colors: string[];
}
interface ViewColumn {
  header: string;
  width: number;
  wraps: boolean;
  number_format: string;
  options: Option[];
  formula: string | null;
}
interface Column extends ViewColumn {
  note: string;
  kind: string;
  choices: string | null;
  is_strict: boolean;
  max: number | null;
  is_array: boolean;
}
interface Table {
  sheet: string;
  table: string;
  description: string;
  last_row: number;
  columns: Column[];
  rows: Cell[][];
}
interface View {
  sheet: string;
  title: string;
  about: string;
  table: string;
  header_row: number;
  last_row: number;
  tab: string;
  columns: (ViewColumn & { formula: string })[];
  places: string;
  positions: string;
}
interface System {
  name: string;
  description: string;
  right_to_left: boolean;
  ink: string;
  computed_ink: string;
  computed_ground: string;
  start: { sheet: string; today: string; date_format: string; lines: Line[] };
  tables: Table[];
  views: View[];
  dashboards: Dashboard[];
  lists: { sheet: string; columns: string[][] };
}
