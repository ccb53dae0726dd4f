import * as library from '@odoo/o-spreadsheet';
import templates from '@odoo/o-spreadsheet/dist/o_spreadsheet.xml';
import { App } from '@odoo/owl';
import * as charts from 'chart.js';
import { clockCells } from '../engine/clock-cells.ts';
import { equip } from '../engine/equip.ts';
import type { Live } from './live.ts';
import { showMarks } from './marks.ts';
import type { ClockFace, Person, Push } from './protocol.ts';
import { downloadXlsx } from './xlsx.ts';

const { helpers, Model, Spreadsheet } = equip(library);

/** The sheet on the page. */
export interface Grid {
  /** Brings a tab to the front by its name, with a range selected if one is given; answers whether there is such a tab. */
  show(tab: string, range: string | null): boolean;
  /** Selects a range such as "A214" of the tab with this engine id. */
  select(sheetId: string, range: string): void;
  /** Works everything out again at another time. */
  setTime(clock: ClockFace): void;
  focus(): void;
  download(): Promise<void>;
}

interface GridOptions {
  readonly place: HTMLElement;
  readonly live: Live;
  readonly workbook: Extract<Push, { type: 'workbook' }>;
  readonly person: Person;
  /** Hears the selected cell in words: the grid is a canvas, which a screen reader cannot read. */
  readonly selected: (words: string) => void;
  readonly notify: (text: string) => void;
  readonly refuse: (text: string) => void;
  readonly confirm: (text: string, go: () => void) => void;
}

/** Shows the shared sheet as one person edits it, in step with the server and every other window. */
export async function openGrid({
  place,
  live,
  workbook,
  person,
  selected,
  notify,
  refuse,
  confirm,
}: GridOptions): Promise<Grid> {
  charts.Chart.register(...charts.registerables);
  // o-spreadsheet looks for Chart.js as a script tag would leave it: one global with every part of the library on it.
  Object.assign(globalThis, { Chart: Object.assign(charts.Chart, charts) });
  let time = workbook.clock;
  showMarks(library, { email: person.email, owner: workbook.owner, refuse, warn: confirm });
  const model = new Model(
    workbook.data,
    {
      transportService: live.transport,
      client: { id: crypto.randomUUID(), name: person.name },
      custom: { now: () => time.serial },
    },
    // The hub stores messages as they came; the engine made them, in this very shape.
    [...workbook.messages] as ConstructorParameters<typeof Model>[2] & object,
  );
  model.joinSession();
  const app = new App(Spreadsheet, {
    props: {
      model,
      notifyUser: ({ text }) => notify(text),
      raiseError: (text, callback) => {
        notify(text);
        callback?.();
      },
      askConfirmation: confirm,
    },
  });
  app.addTemplates(templates);
  await app.mount(place);
  const nameBox = place.querySelector('.o-named-range-selector');
  nameBox?.setAttribute('role', 'group');
  nameBox?.setAttribute('aria-label', 'Name box');
  // A window that has fallen behind would only refuse every edit from now on.
  model.on('unexpected-revision-id', app, () => location.reload());

  const say = (): void => selected(selectedCell(model.getters));
  model.on('update', say, say);
  say();

  const select = (sheetIdTo: string, range: string | null): void => {
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo });
    if (range === null) return;
    const zone = helpers.toZone(range);
    model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone }, { scrollIntoView: true });
  };
  return {
    show(tab, range) {
      const id = model.getters.getVisibleSheetIds().find((sheetId) => model.getters.getSheetName(sheetId) === tab);
      if (id) select(id, range);
      return id !== undefined;
    },
    select(sheetId, range) {
      if (model.getters.tryGetSheet(sheetId)) select(sheetId, range);
      else notify('That row’s tab is no longer there.');
    },
    setTime(clock) {
      time = clock;
      model.dispatch('EVALUATE_CELLS', { cellIds: clockCells(model) });
    },
    focus: () => place.querySelector<HTMLElement>('.o-grid .o-composer, .o-grid')?.focus(),
    download: () => downloadXlsx(model),
  };
}

function selectedCell(getters: library.Getters): string {
  const position = getters.getActivePosition();
  const place = `${getters.getSheetName(position.sheetId)}!${helpers.toXC(position.col, position.row)}`;
  return `${place}: ${getters.getEvaluatedCell(position).formattedValue || 'empty'}`;
}
