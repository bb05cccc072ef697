import type { Page } from '@playwright/test';

/** A bold word in the fallback font is a hair wider; a line that moves scores ten times this. */
const toleratedShift = 0.001;
/** Half a pixel is a matter of rounding. */
const tolerancePixels = 0.5;

/** A thing on the page, in pixels from its beginning. */
export interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Shift {
  readonly value: number;
  /** The words of what moved, and its left, top, width and height before and after. */
  readonly nodes: readonly string[];
}

/** Runs in the page before everything else: notes every shift of the layout. */
export function collectShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }[]) {
      const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
      const nodes = entry.sources.map(({ node, previousRect, currentRect }) => {
        const words = (node?.textContent ?? '').trim().slice(0, 60);
        return `${words}: from ${place(previousRect)} to ${place(currentRect)}`;
      });
      shifts.push({ value: entry.value, nodes });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The shifts of a page that collects them, as far as an eye would see them. */
export async function shiftsOn(page: Page): Promise<readonly Shift[]> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  return shifts.filter(({ value }) => value > toleratedShift);
}

/** What stands on the page, and where. */
export async function placesOn(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1,h2,h3,p,section,fieldset,figure,table,button,input,svg)')].map(
      (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const text = (element.textContent ?? '').trim().slice(0, 40);
        const what = `${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''} ${text}`;
        return { what, left: left + window.scrollX, top: top + window.scrollY, width, height };
      },
    ),
  );
}

/** What stands elsewhere than before; everything that shows counts. */
export function movedAmong(before: readonly Box[], after: readonly Box[]): Box[] {
  return before.filter((box, index) => box.width > 0 && !isSame(box, after[index]));
}

function isSame(box: Box, other: Box | undefined): boolean {
  if (other === undefined) return false;
  const sides = ['left', 'top', 'width', 'height'] as const;
  return sides.every((side) => Math.abs(box[side] - other[side]) <= tolerancePixels);
}

/** The words of each instrument, without those that only stand there for lack of JavaScript. */
export async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(islandTexts, false);
}

/** The same as the page was sent, before any script ran. */
export async function textsWithoutScript(page: Page): Promise<string[]> {
  return page.evaluate(islandTexts, true);
}

/** Runs in the page. */
async function islandTexts(asSent: boolean): Promise<string[]> {
  let from = document;
  if (asSent) {
    const html = await (await fetch(window.location.pathname)).text();
    from = new DOMParser().parseFromString(html, 'text/html');
  }
  return [...from.querySelectorAll('astro-island')].map((island) => {
    const copy = island.cloneNode(true) as Element;
    for (const part of copy.querySelectorAll('noscript, script, style, template')) part.remove();
    return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}
