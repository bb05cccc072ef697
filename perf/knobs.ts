import type { Page } from '@playwright/test';
import { quantile } from './quantile.ts';

/** Turns of the knobs of one lab. */
const turnsPerLab = 40;

/** From the turn of a knob to its new numbers in words and diagram on the screen, in milliseconds. */
export interface KnobTimes {
  readonly lab: string;
  readonly turns: number;
  readonly p50Milliseconds: number | null;
  readonly p95Milliseconds: number | null;
  /** Until the last chart has followed. */
  readonly settledP95Milliseconds: number | null;
}

/** Turns the knobs of every lab of the page that is open, one after the other, each to ever new places. */
export async function timeKnobs(page: Page): Promise<KnobTimes[]> {
  const labs = await page
    .locator('main [data-lab]')
    .evaluateAll((regions) => regions.map((region) => region.getAttribute('data-lab') ?? ''));
  const times: KnobTimes[] = [];
  for (const lab of labs) {
    const region = page.locator(`[data-lab="${lab}"]`);
    await region.scrollIntoViewIfNeeded();
    await region.hover();
    await region.and(page.locator('[data-ready]')).waitFor();
    // As a reader does: the hand is over the instrument for a moment before it turns anything.
    await page.waitForTimeout(1500);
    const measured = await region.evaluate(turnKnobs, turnsPerLab);
    const shown = measured.flatMap((turn) => turn.shown ?? []);
    times.push({
      lab,
      turns: measured.length,
      p50Milliseconds: quantile(shown, 0.5),
      p95Milliseconds: quantile(shown, 0.95),
      settledP95Milliseconds: quantile(
        measured.map(({ settled }) => settled),
        0.95,
      ),
    });
  }
  return times;
}

interface Turn {
  /** null where words and diagram are as they were, up to the digits that are shown. */
  readonly shown: number | null;
  readonly settled: number;
}

/** Runs in the page. */
async function turnKnobs(region: HTMLElement | SVGElement, turns: number): Promise<Turn[]> {
  // Before anything that the page has put off until after the paint.
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' });
      });
    });
  const isAtRest = () => region.dataset.status === 'ready' || region.dataset.status === 'failed';
  const rest = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (isAtRest()) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
  const knobs = [
    ...region.querySelectorAll<HTMLElement>(
      '.knobs input[type=range], .knobs [role=switch], .knobs fieldset',
    ),
  ];
  /** False where the knob has so few places that it is there already. */
  const turnOne = (knob: HTMLElement, count: number) => {
    if (knob instanceof HTMLInputElement && knob.type === 'range') {
      const [least, most] = [Number(knob.min), Number(knob.max)];
      const before = knob.value;
      // Golden section: spread evenly, and ever new where there are places enough.
      const place = least + ((count * 0.618034) % 1) * (most - least);
      knob.value = String(place);
      if (knob.value === before) return false;
      knob.dispatchEvent(new Event('input', { bubbles: true }));
      knob.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (knob.matches('fieldset')) {
      const options = [...knob.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const next = (options.findIndex((option) => option.checked) + 1) % options.length;
      options[next]?.click();
    } else knob.click();
    return true;
  };
  const measured: Turn[] = [];
  for (let count = 1; count <= turns && knobs.length > 0; count++) {
    await rest();
    await painted();
    const runsBefore = Number(region.dataset.runs);
    const from = performance.now();
    // What it changes comes after this turn of the event loop, and so after the observer.
    if (!turnOne(knobs[count % knobs.length]!, count)) continue;
    let shown: Promise<number> | undefined;
    const observer = new MutationObserver((changes) => {
      const isNumber = changes.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest('.sentence, .diagram') !== null;
      });
      if (isNumber) shown ??= painted();
    });
    observer.observe(region, { subtree: true, childList: true, characterData: true });
    const deadline = performance.now() + 20_000;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    while ((Number(region.dataset.runs) === runsBefore || !isAtRest()) && performance.now() < deadline) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    observer.disconnect();
    const settled = (await painted()) - from;
    measured.push({ shown: shown === undefined ? null : (await shown) - from, settled });
  }
  return measured;
}
