import type { Locator, Page } from '@playwright/test';

/** What interactions cost on one page. */
export interface InteractionTimes {
  readonly interactions: number;
  /** Interaction to next paint: the slowest of fewer than fifty, else the next slowest for every fifty. */
  readonly inpMilliseconds: number | null;
  /** What was pressed or clicked when it took that long. */
  readonly slowest: string | null;
  /** Sum of the shifts that nobody caused. */
  readonly layoutShift: number;
}

interface Watched {
  readonly events: { readonly id: number; readonly milliseconds: number; readonly on: string }[];
  shift: number;
}

/** Runs in the page before everything else. */
export function watchInteractions(): void {
  const watched: Watched = { events: [], shift: 0 };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      interactionId: number;
      target: Element | null;
    })[]) {
      if (entry.interactionId === 0) continue;
      const name = entry.target?.getAttribute('aria-label') ?? entry.target?.textContent ?? '';
      const on = `${entry.name} on ${entry.target?.tagName.toLowerCase() ?? 'nothing'} ${name.trim().slice(0, 40)}`;
      watched.events.push({ id: entry.interactionId, milliseconds: entry.duration, on });
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) watched.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Playwright's own click looks first what lies there, in the page and while the clock runs. */
async function clickAt(page: Page, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await element.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Uses every kind of control of the page by keyboard and mouse, as a reader does, and says what it cost. */
export async function timeInteractions(page: Page): Promise<InteractionTimes> {
  let interactions = 0;
  for (const region of await page.locator('main [data-lab]').all()) {
    await region.scrollIntoViewIfNeeded();
    await region.and(page.locator('[data-ready]')).waitFor();
    for (const knob of await region.locator('.knobs input[type=range]').all()) {
      for (const key of ['ArrowRight', 'ArrowRight', 'PageUp']) {
        await knob.press(key);
        interactions++;
      }
    }
    for (const control of await region.locator('.knobs [role=switch], .knobs input[type=radio]').all()) {
      await control.press('Space');
      interactions++;
    }
    for (const name of ['Pin', 'Step', 'Reset']) {
      const button = region.getByRole('button', { name, exact: true }).first();
      if ((await button.count()) === 0) continue;
      await clickAt(page, button);
      interactions++;
    }
    for (const table of await region.locator('figure summary').all()) {
      await clickAt(page, table);
      interactions++;
    }
  }
  for (const option of await page
    .locator('[data-prediction] input[type=radio], [data-question] input[type=radio]')
    .all()) {
    await option.press('Space');
    interactions++;
  }
  await page.waitForTimeout(1000);
  const { events, shift } = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  const byInteraction = new Map<number, Watched['events'][number]>();
  for (const event of events) {
    if (event.milliseconds >= (byInteraction.get(event.id)?.milliseconds ?? 0))
      byInteraction.set(event.id, event);
  }
  const slowestFirst = [...byInteraction.values()].sort((a, b) => b.milliseconds - a.milliseconds);
  const counted = slowestFirst[Math.floor(interactions / 50)];
  return {
    interactions,
    inpMilliseconds: counted?.milliseconds ?? null,
    slowest: counted?.on ?? null,
    layoutShift: Number(shift.toFixed(4)),
  };
}
