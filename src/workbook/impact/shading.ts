type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

// Blue for more and white for none: no red, amber or green, which would be a grade.
const shades = [
  [3, '#174ea6', '#ffffff'],
  [1, '#669df6', '#000000'],
  [0, '#d2e3fc', '#000000'],
] as const;

/** Shades the numbers of a range, the more the darker, unless somebody has chosen how it is to look. */
export function layShades(sheet: Sheet, name: string, where: string, isNew: boolean, done: string[]): void {
  const rules = sheet.getConditionalFormatRules();
  if (rules.length > 0) return;
  const range = sheet.getRange(where);
  sheet.setConditionalFormatRules(
    shades.map(([above, background, text]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenNumberGreaterThan(above)
        .setBackground(background)
        .setFontColor(text)
        .setRanges([range])
        .build(),
    ),
  );
  if (!isNew) done.push(`${name}: shaded it again.`);
}
