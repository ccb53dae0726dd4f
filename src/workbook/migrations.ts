/** One step that brings an older workbook up to date. Numbers only ever grow; a step that has shipped is never changed. */
export interface Migration {
  readonly version: number;
  /** What it does, as set-up says it. */
  readonly says: string;
  readonly run: (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) => void;
}

// The first version that a school can have is 1.
const shipped: readonly Migration[] = [
  {
    version: 2,
    says: 'Impact and Coverage are laid out anew; the pivot tables have a tab of their own.',
    run: (spreadsheet) => {
      for (const name of ['Impact', 'Coverage']) {
        const sheet = spreadsheet.getSheetByName(name);
        if (!sheet) continue;
        for (const pivot of sheet.getPivotTables()) pivot.remove();
        for (const chart of sheet.getCharts()) sheet.removeChart(chart);
        sheet.clear();
      }
    },
  },
];

const key = 'stride.version';
const firstVersion = 1;

/**
 * Runs the steps that this workbook has not had, in order, each noted as soon as it is done so that a run which is cut
 * short goes on where it stopped; answers what they say. A new workbook has nothing to catch up on.
 */
export function migrate(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  migrations: readonly Migration[] = shipped,
): string[] {
  const properties = PropertiesService.getDocumentProperties();
  const newest = Math.max(firstVersion, ...migrations.map(({ version }) => version));
  const had = properties.getProperty(key);
  if (had === null) {
    properties.setProperty(key, String(newest));
    return [];
  }
  const due = migrations
    .filter(({ version }) => version > Number(had))
    .sort((one, other) => one.version - other.version);
  return due.map(({ version, says, run }) => {
    run(spreadsheet);
    SpreadsheetApp.flush();
    properties.setProperty(key, String(version));
    return says;
  });
}
