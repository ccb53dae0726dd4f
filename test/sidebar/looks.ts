/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** The frame in which the sidebar stands. */
export async function inside(page: Page): Promise<Frame> {
  const frame = await page
    .locator('iframe')
    .elementHandle()
    .then((element) => element?.contentFrame());
  if (!frame) throw new Error('the sidebar is not open');
  return frame;
}

/** What axe-core finds wrong with what is shown now. */
export async function violations(page: Page): Promise<string[]> {
  const frame = await inside(page);
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** How wide the sidebar is, whether it scrolls sideways, and which controls are lower than 32 pixels. */
export async function measured(page: Page): Promise<{ width: number; scrolls: boolean; low: string[] }> {
  const frame = await inside(page);
  return frame.evaluate(() => ({
    width: innerWidth,
    scrolls: document.documentElement.scrollWidth > innerWidth,
    low: [...document.querySelectorAll('button, input, select, textarea')]
      .filter((each) => each.getBoundingClientRect().height < 31.5)
      .map((each) => each.outerHTML),
  }));
}

/** Of a sidebar that looks as it should. */
export const asItShould = { width: 300, scrolls: false, low: [] };
