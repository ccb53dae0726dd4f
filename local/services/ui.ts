import type { Execution, MenuLine } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { notEmulated, notPermitted, wrongArguments } from '../google-error.ts';
import { buttonSets, buttons, EnumValue } from './enums.ts';
import type { HtmlOutputHandle } from './html.ts';

// developers.google.com/apps-script/reference/base/ui

/** What a script can put before the person who has the sheet open. */
export class UiHandle extends Handle {}

/** A menu being made. */
export class MenuHandle extends Handle {
  readonly lines: MenuLine[] = [];

  constructor(
    run: Execution,
    readonly title: string,
    readonly addon: boolean,
  ) {
    super(run);
  }
}

export const uiEnums = { ButtonSet: buttonSets, Button: buttons };

export const ui = {
  createMenu: ({ run }, caption: string) => new MenuHandle(run, caption, false),
  createAddonMenu: ({ run }) => new MenuHandle(run, run.outside.addonName, true),
  alert: ({ run }, ...given: unknown[]) => alert(run, given),
  prompt: () => {
    throw notEmulated('Ui.prompt');
  },
  showSidebar: ({ run }, page: HtmlOutputHandle) => {
    mayShow(run, 'Ui.showSidebar');
    // "The sidebar's width is fixed at 300 pixels": setWidth is not looked at.
    run.shown.push({ kind: 'sidebar', title: page.title, html: page.content });
  },
  showModalDialog: ({ run }, page: HtmlOutputHandle, title: string) => dialog(run, page, title, true),
  showModelessDialog: ({ run }, page: HtmlOutputHandle, title: string) => dialog(run, page, title, false),
} satisfies Methods<UiHandle>;

export const menu = {
  addItem: (self, caption: string, functionName: string) => {
    self.lines.push({ text: caption, fn: functionName });
    return self;
  },
  addSeparator: (self) => {
    self.lines.push({ text: '', separator: true });
    return self;
  },
  addSubMenu: (self, inner: MenuHandle) => {
    self.lines.push({ text: inner.title, lines: inner.lines });
    return self;
  },
  addToUi: ({ run, title, addon, lines }) => {
    run.shown.push({ kind: 'menu', title, addon, lines: [...lines] });
  },
} satisfies Methods<MenuHandle>;

/** alert(prompt), alert(prompt, buttons), alert(title, prompt, buttons): waits for the person's answer. */
function alert(run: Execution, given: readonly unknown[]): EnumValue {
  if (given.length < 1 || given.length > 3) throw wrongArguments('Ui.alert', ...given);
  mayShow(run, 'Ui.alert');
  const set = given.find((arg) => arg instanceof EnumValue) ?? buttonSets.OK;
  const [first, second] = given.filter((arg) => !(arg instanceof EnumValue)).map(String);
  const offered = String(set).split('_');
  const answered = run.answers.shift() ?? offered[0] ?? 'OK';
  if (answered !== 'CLOSE' && !offered.includes(answered))
    throw new Error(`The alert has no button ${answered}, only ${offered.join(', ')}.`);
  const [title, text] = second === undefined ? ['', first] : [first, second];
  run.shown.push({ kind: 'alert', title: title ?? '', text: text ?? '', buttons: String(set), answered });
  return Object.values(buttons).find((button) => button.word === answered) ?? buttons.OK;
}

function dialog(run: Execution, page: HtmlOutputHandle, title: string, modal: boolean): void {
  mayShow(run, modal ? 'Ui.showModalDialog' : 'Ui.showModelessDialog');
  const { width, height, content: html } = page;
  run.shown.push({ kind: 'dialog', title, html, width: width ?? 600, height: height ?? 400, modal });
}

/** Only from a menu, a sidebar or a dialog: "AuthMode.LIMITED … can't open sidebars or dialogs". */
function mayShow(run: Execution, method: string): void {
  if (run.authMode !== 'FULL') throw notPermitted(method, 'script.container.ui');
}
