import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Table } from '../../src/domain/columns.ts';
import { type Day, sayDay, type Time } from '../../src/domain/days.ts';
import { chooseFromMenu, type Desktop, goToCell } from '../chromium.ts';

/** Somebody at their own window: what they do and see, by the words that stand on it. */
export class Colleague {
  private constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  static async arrive(desktop: Desktop, { email, name }: { email: string; name: string }): Promise<Colleague> {
    const page = await desktop.window(email);
    page.setDefaultTimeout(60_000);
    return new Colleague(name, page);
  }

  /** Opens the sidebar anew, and with it Home as it is now. */
  async home(): Promise<FrameLocator> {
    const before = this.page.getByRole('button', { name: 'Close the sidebar' });
    if ((await before.count()) > 0) await before.click();
    await chooseFromMenu(this.page, 'Open sidebar');
    await this.sidebar.getByText('Signed in as').waitFor();
    return this.sidebar;
  }

  get sidebar(): FrameLocator {
    return this.page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  }

  /** Presses what has this name in the sidebar. */
  async press(name: string | RegExp): Promise<void> {
    await this.sidebar
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** Waits until the sidebar says something. */
  async reads(words: string | RegExp): Promise<void> {
    await this.sidebar.getByText(words).first().waitFor();
  }

  /** How often the sidebar says something now. */
  count(words: string | RegExp): Promise<number> {
    return this.sidebar.getByText(words).count();
  }

  /** Chooses somebody by the beginning of their name. */
  async choose(name: string): Promise<void> {
    await this.sidebar.getByRole('combobox', { name: 'Coachee' }).fill(name.slice(0, 4).toLowerCase());
    await this.sidebar.getByRole('option', { name: new RegExp(name) }).click();
  }

  /** Writes into one of the parts of a session, opening it first. */
  async write(part: string, words: string): Promise<void> {
    const label = part === 'Pupil outcome' ? 'What will be different for pupils?' : new RegExp(`^${part}:`);
    const box = this.sidebar.getByRole('textbox', { name: label });
    if ((await box.count()) === 0) {
      await this.sidebar.getByRole('button', { name: new RegExp(`^${part}`), expanded: false }).click();
    }
    await box.fill(words);
  }

  /** Goes to the cell of a row under a heading of a tab, and waits until it says so. */
  async sees(table: Table, row: number, heading: string, says: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Sheet', exact: true }).click();
    await goToCell(this.page, `${table.name}!${letterOf(table, heading)}${row}`, says);
  }

  /** What stands in their calendar under a day. */
  async day(day: Day, today: Day): Promise<Locator> {
    await this.calendar();
    return this.page.getByRole('region', { name: sayDay(day, today), exact: true });
  }

  async calendar(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Calendar', exact: true }).click();
    return this.page.getByRole('main', { name: 'Calendar' });
  }

  /** Moves the clock on, for everybody. */
  async setTime(day: Day, time: Time): Promise<void> {
    await this.page.getByRole('button', { name: 'Set the time' }).click();
    await this.says(this.page.getByRole('dialog'), day, time, 'Set the time');
    await this.page.getByText(`${sayDay(day, '0000')}, ${time}`).waitFor();
  }

  /** Moves an event in their own calendar. */
  async move(event: Locator, day: Day, time: Time): Promise<void> {
    await event.getByRole('button', { name: 'Move' }).click();
    await this.says(this.page.getByRole('dialog'), day, time, 'Move event');
  }

  private async says(dialog: Locator, day: Day, time: Time, act: string): Promise<void> {
    await dialog.getByLabel('Day').fill(day);
    await dialog.getByLabel('Time').fill(time);
    await dialog.getByRole('button', { name: act }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}

function letterOf({ columns }: Table, heading: string): string {
  const index = Object.values(columns).findIndex(({ header }) => header === heading);
  const letter = (at: number): string => String.fromCharCode(65 + at);
  return index < 26 ? letter(index) : `A${letter(index - 26)}`;
}
