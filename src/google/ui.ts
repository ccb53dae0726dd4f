import type { Json } from '../domain/json.ts';

const title = 'STRIDE Coaching';

/** The add-on's entries under Extensions. It touches no other service: on opening, an add-on may use no other. */
export function addMenu(items: readonly (readonly [label: string, functionName: string])[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const [label, functionName] of items) menu.addItem(label, functionName);
  menu.addToUi();
}

/**
 * Opens the sidebar with everything its first view shows inside the page, so that no call has to be waited for. The
 * data is an attribute and never script: Google's server strips comments out of scripts, also inside strings, so every
 * slash is written as JSON allows.
 */
export function showSidebar(home: Json): void {
  const data = escapeAttribute(JSON.stringify(home).replace(/\//g, '\\u002f'));
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(title);
  SpreadsheetApp.getUi().showSidebar(page.append(`<div id="home" hidden data-home="${data}"></div>`));
}

/** The script of every view but Home, a file of this project beside the sidebar's own. */
export const pages = { more: (): string => HtmlService.createHtmlOutputFromFile('More').getContent() };

/** Tells the person something, one sentence a line, and waits until they have read it. */
export function tell(lines: readonly string[]): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, lines.join('\n'), ui.ButtonSet.OK);
}

function escapeAttribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
