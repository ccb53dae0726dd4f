import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, wrongArguments } from '../google-error.ts';
import { fullNotationOf, rangeAt, rangeOf } from './areas.ts';
import { chartTypes, type EnumValue } from './enums.ts';
import type { RangeHandle, SheetHandle } from './handles.ts';

// developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder

/** A chart as a script describes it. */
interface ChartPlan {
  readonly type: string | null;
  readonly ranges: readonly RangeHandle[];
  readonly headers: number;
  readonly position: { col: number; row: number; x: number; y: number };
  readonly options: Readonly<Record<string, unknown>>;
}

/** A chart being made, of no kind yet: it has no setters for looks, which trips many a script. */
export class ChartBuilderHandle extends Handle {
  plan: ChartPlan = { type: null, ranges: [], headers: 0, position: { col: 0, row: 0, x: 0, y: 0 }, options: {} };
  chartId: string | null = null;
}
/** A chart of a kind being made. */
export class KindChartBuilderHandle extends ChartBuilderHandle {}
/** A chart that has been built, and after insertChart or from getCharts stands on a tab. */
export class ChartHandle extends Handle {
  constructor(
    run: Execution,
    readonly plan: ChartPlan,
    public chartId: string | null,
  ) {
    super(run);
  }
}
/** What has been set on a chart. */
export class ChartOptionsHandle extends Handle {
  constructor(
    run: Execution,
    readonly options: Readonly<Record<string, unknown>>,
  ) {
    super(run);
  }
}

export const chartEnums = { ChartType: chartTypes };

const common = {
  addRange: (self, range: RangeHandle) => change(self, { ranges: [...self.plan.ranges, range] }),
  clearRanges: (self) => change(self, { ranges: [] }),
  getRanges: (self) => [...self.plan.ranges],
  setPosition: (self, row: number, col: number, x: number, y: number) =>
    change(self, { position: { row: row - 1, col: col - 1, x, y } }),
  setOption: (self, name: string, value: unknown) => option(self, name, value),
  setNumHeaders: (self, headers: number) => change(self, { headers }),
  build: ({ run, plan, chartId }) => {
    if (plan.type === null) throw new GoogleError('Please set the chart type.');
    return new ChartHandle(run, plan, chartId);
  },
} satisfies Methods<ChartBuilderHandle>;

export const chartBuilderMethods = {
  ...common,
  asColumnChart: (self) => kind(self, 'COLUMN'),
  asBarChart: (self) => kind(self, 'BAR'),
  asLineChart: (self) => kind(self, 'LINE'),
  asPieChart: (self) => kind(self, 'PIE'),
  setChartType: (self, type: EnumValue) => change(self, { type: type.word }),
} satisfies Methods<ChartBuilderHandle>;

export const kindChartBuilder = {
  ...common,
  setTitle: (self, title: string) => option(self, 'title', title),
  setXAxisTitle: (self, title: string) => option(self, 'hAxis.title', title),
  setYAxisTitle: (self, title: string) => option(self, 'vAxis.title', title),
  setColors: (self, colors: string[]) => option(self, 'colors', colors),
  setStacked: (self) => option(self, 'isStacked', true),
} satisfies Methods<KindChartBuilderHandle>;

export const chart = {
  getChartId: ({ run, chartId }) => (chartId === null ? null : run.book.gid(chartId)),
  getOptions: ({ run, plan }) => new ChartOptionsHandle(run, plan.options),
  getRanges: ({ plan }) => [...plan.ranges],
  getNumHeaders: ({ plan }) => plan.headers,
  modify: ({ run, plan, chartId }) => Object.assign(new ChartBuilderHandle(run), { plan, chartId }),
} satisfies Methods<ChartHandle>;

export const chartOptions = {
  get: ({ options }, name: string) => options[name] ?? null,
} satisfies Methods<ChartOptionsHandle>;

export const chartBuilder = (run: Execution, _sheetId: string): ChartBuilderHandle => new ChartBuilderHandle(run);

/** The charts on a tab, in the order they were put there. */
export function chartsOf(run: Execution, sheetId: string): ChartHandle[] {
  return run.book.getters.getChartIds(sheetId).map((chartId) => {
    const { type, dataSource } = run.book.getters.getChartDefinition(chartId) as Definition;
    const texts = dataSource ? [dataSource.labelRange, ...dataSource.dataSets.map(({ dataRange }) => dataRange)] : [];
    const ranges = texts.flatMap((text) => (text === undefined ? [] : [rangeOf(run, text, sheetId)]));
    const position = { col: 0, row: 0, x: 0, y: 0 };
    const options = run.book.chartOptions.get(chartId) ?? {};
    return new ChartHandle(
      run,
      { type, ranges, headers: dataSource?.dataSetsHaveTitle ? 1 : 0, position, options },
      chartId,
    );
  });
}

/** Puts a chart on a tab as a figure of o-spreadsheet's. */
export function insertChart({ run, sheetId }: SheetHandle, given: ChartHandle | ChartBuilderHandle): void {
  const { plan } = given;
  if (plan.type === null) throw wrongArguments('Sheet.insertChart', given);
  const chartId = `chart-${run.book.newId()}`;
  const { col, row, x, y } = plan.position;
  const size = { width: Number(plan.options.width ?? 600), height: Number(plan.options.height ?? 371) };
  const definition = definitionOf(run, plan);
  run.change(() =>
    run.book.command('CREATE_CHART', {
      sheetId,
      chartId,
      figureId: `figure-${chartId}`,
      col,
      row,
      offset: { x, y },
      size,
      definition,
    }),
  );
  run.book.chartOptions.set(chartId, { ...plan.options });
  given.chartId = chartId;
}

/** Takes a chart off its tab. */
export function removeChart({ run, sheetId }: SheetHandle, { chartId }: ChartHandle): void {
  if (chartId === null || !run.book.getters.isChartDefined(chartId))
    throw new GoogleError('The chart is not on this sheet.');
  const figureId = run.book.getters.getFigureIdFromChartId(chartId);
  run.change(() => run.book.command('DELETE_FIGURE', { sheetId, figureId }));
  run.book.chartOptions.delete(chartId);
}

/** The little of o-spreadsheet's definition that is read back. */
interface Definition {
  readonly type: string;
  readonly dataSource?: { labelRange?: string; dataSetsHaveTitle: boolean; dataSets: { dataRange: string }[] };
}

const change = <T extends ChartBuilderHandle>(self: T, changes: Partial<ChartPlan>): T =>
  Object.assign(self, { plan: { ...self.plan, ...changes } });

const option = <T extends ChartBuilderHandle>(self: T, name: string, value: unknown): T =>
  change(self, { options: { ...self.plan.options, [name]: value } });

const kind = ({ run, plan, chartId }: ChartBuilderHandle, type: string): KindChartBuilderHandle =>
  Object.assign(new KindChartBuilderHandle(run), { plan: { ...plan, type }, chartId });

const kinds: Readonly<Record<string, object>> = {
  COLUMN: { type: 'bar', stacked: false },
  BAR: { type: 'bar', stacked: false, horizontal: true },
  LINE: { type: 'line', stacked: false, labelsAsText: true, cumulative: false },
  PIE: { type: 'pie' },
};

/** The first column names the points, each further one is a series. */
function definitionOf(run: Execution, { type, ranges, headers, options }: ChartPlan): object {
  const base = kinds[type ?? ''];
  if (!base) throw new Error(`not emulated: a chart of type ${type}`);
  const [labels, ...series] = ranges.flatMap((range) => columns(run, range));
  const dataSets = series.map((dataRange, index) => ({ dataSetId: `series-${index}`, dataRange }));
  const colors = Array.isArray(options.colors) ? options.colors.map(String) : [];
  const dataSetStyles = Object.fromEntries(
    dataSets.flatMap(({ dataSetId }, index) =>
      colors[index] ? [[dataSetId, { backgroundColor: colors[index] }]] : [],
    ),
  );
  const axis = (name: string): object => ({ title: { text: String(options[`${name}.title`] ?? '') } });
  return {
    ...base,
    ...(type === 'PIE'
      ? {}
      : { stacked: Boolean(options.isStacked), axesDesign: { x: axis('hAxis'), y: axis('vAxis') } }),
    ...(type === 'PIE' && colors.length > 0 ? { slicesColors: colors } : {}),
    title: { text: String(options.title ?? '') },
    legendPosition: legend(options, dataSets.length),
    dataSetStyles,
    dataSource: {
      type: 'range',
      dataSets,
      dataSetsHaveTitle: headers > 0,
      ...(labels === undefined ? {} : { labelRange: labels }),
    },
  };
}

function columns(run: Execution, range: RangeHandle): string[] {
  const { left, right, top, bottom } = range.zone;
  return Array.from({ length: right - left + 1 }, (_, index) =>
    fullNotationOf(rangeAt(run, range.sheetId, { left: left + index, right: left + index, top, bottom })),
  );
}

function legend(options: ChartPlan['options'], series: number): string {
  const { legend: given } = options;
  const position =
    typeof given === 'object' && given !== null && 'position' in given
      ? given.position
      : (options['legend.position'] ?? given);
  return ['top', 'bottom', 'left', 'right', 'none'].includes(String(position))
    ? String(position)
    : series > 1
      ? 'top'
      : 'none';
}
