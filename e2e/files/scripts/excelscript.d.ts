/**
 * The part of the ExcelScript namespace that our scripts use.
 *
 * Source: https://learn.microsoft.com/javascript/api/office-scripts/excelscript (November 2026). Its makers publish no
 * package of declarations.
 */
declare namespace ExcelScript {
  interface Workbook {
    getWorksheet(key: string): Worksheet | undefined;
    addWorksheet(name?: string): Worksheet;
  }

  interface Worksheet {
    activate(): void;
    addChart(type: ChartType, sourceData: Range, seriesBy?: unknown): Chart;
    addTable(address: Range | string, hasHeaders: boolean): Table;
    getFreezePanes(): WorksheetFreezePanes;
    getRange(address?: string): Range;
    getRangeByIndexes(startRow: number, startColumn: number, rowCount: number, columnCount: number): Range;
    setShowGridlines(showGridlines: boolean): void;
    setTabColor(tabColor: string): void;
    setVisibility(visibility: SheetVisibility): void;
  }

  interface Range {
    addConditionalFormat(type: ConditionalFormatType): ConditionalFormat;
    getDataValidation(): DataValidation;
    getFormat(): RangeFormat;
    setColumnHidden(columnHidden: boolean): void;
    setFormula(formula: string): void;
    setFormulas(formulas: string[][]): void;
    setHyperlink(hyperlink: RangeHyperlink): void;
    setNumberFormat(numberFormat: string): void;
    setValue(value: string | number | boolean): void;
    setValues(values: (string | number | boolean)[][]): void;
  }

  interface RangeHyperlink {
    address?: string;
    documentReference?: string;
    screenTip?: string;
    textToDisplay?: string;
  }

  interface RangeFormat {
    getFill(): RangeFill;
    getFont(): RangeFont;
    setColumnWidth(columnWidth: number): void;
    setHorizontalAlignment(alignment: HorizontalAlignment): void;
    setVerticalAlignment(alignment: VerticalAlignment): void;
    setWrapText(wrapText: boolean): void;
  }

  interface RangeFill {
    setColor(color: string): void;
  }

  interface RangeFont {
    setBold(bold: boolean): void;
    setColor(color: string): void;
    setSize(size: number): void;
  }

  interface WorksheetFreezePanes {
    freezeAt(frozenRange: Range | string): void;
  }

  interface Table {
    setName(name: string): void;
    setPredefinedTableStyle(style: string): void;
  }

  interface DataValidation {
    setErrorAlert(alert: DataValidationErrorAlert): void;
    setRule(rule: DataValidationRule): void;
  }

  interface DataValidationErrorAlert {
    message: string;
    showAlert: boolean;
    style: DataValidationAlertStyle;
    title: string;
  }

  interface DataValidationRule {
    date?: DateTimeDataValidation;
    list?: ListDataValidation;
    wholeNumber?: BasicDataValidation;
  }

  interface ListDataValidation {
    inCellDropDown: boolean;
    source: string | Range;
  }

  interface BasicDataValidation {
    formula1: string | number | Range;
    formula2?: string | number | Range;
    operator: DataValidationOperator;
  }

  interface DateTimeDataValidation {
    formula1: string | Date | Range;
    formula2?: string | Date | Range;
    operator: DataValidationOperator;
  }

  interface ConditionalFormat {
    getCellValue(): CellValueConditionalFormat;
    getColorScale(): ColorScaleConditionalFormat;
    getPreset(): PresetCriteriaConditionalFormat;
  }

  interface ConditionalRangeFormat {
    getFill(): { setColor(color: string): void };
    getFont(): { setColor(color: string): void };
  }

  interface CellValueConditionalFormat {
    getFormat(): ConditionalRangeFormat;
    setRule(rule: { formula1: string; formula2?: string; operator: ConditionalCellValueOperator }): void;
  }

  interface PresetCriteriaConditionalFormat {
    getFormat(): ConditionalRangeFormat;
    setRule(rule: { criterion: ConditionalFormatPresetCriterion }): void;
  }

  interface ColorScaleConditionalFormat {
    setCriteria(criteria: {
      minimum: ConditionalColorScaleCriterion;
      midpoint?: ConditionalColorScaleCriterion;
      maximum: ConditionalColorScaleCriterion;
    }): void;
  }

  interface ConditionalColorScaleCriterion {
    color?: string;
    formula?: string;
    type: ConditionalFormatColorCriterionType;
  }

  interface Chart {
    getLegend(): { setVisible(visible: boolean): void };
    getSeries(): ChartSeries[];
    getTitle(): { setText(text: string): void };
    setPosition(startCell: Range | string, endCell?: Range | string): void;
  }

  interface ChartSeries {
    getPoints(): ChartPoint[];
  }

  interface ChartPoint {
    getFormat(): { getFill(): { setSolidColor(color: string): void } };
  }

  enum ChartType { barClustered, columnClustered, line, pie }
  enum ConditionalCellValueOperator { equalTo }
  enum ConditionalFormatColorCriterionType { highestValue, lowestValue }
  enum ConditionalFormatPresetCriterion { duplicateValues }
  enum ConditionalFormatType { cellValue, colorScale, presetCriteria }
  enum DataValidationAlertStyle { stop, warning, information }
  enum DataValidationOperator { between, greaterThanOrEqualTo }
  enum HorizontalAlignment { left, center, right }
  enum SheetVisibility { visible, hidden }
  enum VerticalAlignment { top, center, bottom }
}

declare const console: { log(text: string): void };
