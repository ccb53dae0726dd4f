import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { type LocalServer, startServer } from '../local/server.ts';
import type { World } from '../local/world.ts';

/** Debian's Chromium, or the one that CHROMIUM names. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A local workbook with a browser before it. */
export class Desktop {
  private constructor(
    readonly browser: Browser,
    readonly server: LocalServer,
  ) {}

  static async open(world: World): Promise<Desktop> {
    const server = await startServer({ open: () => world, port: 0, say: () => undefined });
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ];
    return new Desktop(await chromium.launch({ executablePath, args }), server);
  }

  /** A window of somebody's own computer: two people never share what a browser keeps. */
  async window(as: string, query = '', viewport = { width: 1300, height: 900 }): Promise<Page> {
    const own: BrowserContext = await this.browser.newContext({
      viewport,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    const page = await own.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${this.server.url}?as=${encodeURIComponent(as)}${query}`);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Chooses an entry of the add-on's menu, as a person finds it. */
export async function chooseFromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'STRIDE Coaching' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Opens the sidebar from the menu; answers what stands in it. */
export async function openSidebar(page: Page): Promise<FrameLocator> {
  await chooseFromMenu(page, 'Open sidebar');
  const frame = page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  await frame.getByRole('heading', { name: 'STRIDE Coaching' }).waitFor({ state: 'attached' });
  return frame;
}

/** Goes to a cell such as `Plans!D2` by the name box, and waits until it says so much. */
export async function goToCell(page: Page, cell: string, says = ''): Promise<void> {
  await page.getByRole('group', { name: 'Name box' }).getByRole('textbox').fill(cell);
  await page.keyboard.press('Enter');
  await waitForCell(page, `${cell}: ${says}`);
}

/** What the cell under the cursor of the grid says, waiting until it says it. */
export async function waitForCell(page: Page, says: string): Promise<void> {
  await page.getByLabel('Selected cell').filter({ hasText: says }).waitFor({ state: 'attached' });
}
