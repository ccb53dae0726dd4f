import { charts, impactName } from './impact.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Draws the charts of Impact that are not there; one that somebody has made otherwise stays as it is. */
export function layCharts(sheet: Sheet, done: string[]): void {
  const there = sheet.getCharts().flatMap((chart) => chart.getRanges().map((range) => range.getA1Notation()));
  for (const { title, labels, numbers, kind, colours, row, column } of charts()) {
    // A chart is known by what it shows, whatever it is called by now.
    if (numbers.some((range) => there.includes(range))) continue;
    const builder = sheet
      .newChart()
      .asColumnChart()
      .setTitle(title)
      .setColors([...colours]);
    // Each column by itself: Sheets takes a range of several for one series.
    for (const range of [labels, ...numbers]) builder.addRange(sheet.getRange(range));
    const chart = (kind === 'stacked' ? builder.setStacked() : builder)
      .setNumHeaders(1)
      .setPosition(row, column, 0, 0)
      .setOption('width', 640)
      .setOption('height', 340)
      .build();
    sheet.insertChart(chart);
    done.push(`${impactName}: drew the chart “${title}”.`);
  }
}
