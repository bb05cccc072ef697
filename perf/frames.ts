import type { Page } from '@playwright/test';

const framesMeasured = 240;

/** How smoothly the diagram plays. */
export interface FrameTimes {
  readonly lab: string;
  readonly dots: number;
  readonly framesPerSecond: number;
  /** The longest time between two frames. */
  readonly longestMilliseconds: number;
}

/** Runs in the page before everything else: counts what is painted between two wipes of a canvas. */
export function countDots(): void {
  const dots = { most: 0, now: 0 };
  Object.assign(window, { dots });
  const { prototype } = CanvasRenderingContext2D;
  const watch = (name: 'clearRect' | 'drawImage', note: () => void) => {
    const original = Reflect.get(prototype, name) as (...rest: unknown[]) => void;
    prototype[name] = function (this: CanvasRenderingContext2D, ...rest: unknown[]) {
      note();
      original.apply(this, rest);
    };
  };
  watch('clearRect', () => {
    dots.most = Math.max(dots.most, dots.now);
    dots.now = 0;
  });
  watch('drawImage', () => {
    dots.now++;
  });
}

/** Plays a lab at its usual speed, from the middle of its run on, and counts. */
export async function timeFrames(page: Page, lab: string): Promise<FrameTimes> {
  const region = page.locator(`[data-lab="${lab}"]`);
  await region.scrollIntoViewIfNeeded();
  await region.hover();
  await region.getByRole('slider', { name: 'Time in the run' }).evaluate((slider: HTMLInputElement) => {
    slider.value = String((Number(slider.min) + Number(slider.max)) / 2);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // What other labs have drawn does not count.
    (window as unknown as { dots: { most: number } }).dots.most = 0;
  });
  const play = region.getByRole('button', { name: 'Play' });
  if ((await play.count()) > 0) await play.press('Enter');
  await page.waitForFunction(() => (window as unknown as { dots: { most: number } }).dots.most > 0, null, {
    timeout: 20_000,
  });
  await page.waitForTimeout(2000);
  return page.evaluate(
    async ([id, wanted]) => {
      const { dots } = window as unknown as { dots: { most: number } };
      dots.most = 0;
      const moments: number[] = [];
      while (moments.length <= wanted) {
        moments.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
      }
      const gaps = moments.slice(1).map((moment, index) => moment - moments[index]!);
      const seconds = (moments.at(-1)! - moments[0]!) / 1000;
      return {
        lab: id,
        dots: dots.most,
        framesPerSecond: Number((wanted / seconds).toFixed(1)),
        longestMilliseconds: Number(Math.max(...gaps).toFixed(1)),
      };
    },
    [lab, framesMeasured] as const,
  );
}
