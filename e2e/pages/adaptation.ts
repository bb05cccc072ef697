import { expect, type Page } from '@playwright/test';
import type { CoursePage } from './course-page.ts';

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** WCAG 2.2, success criterion 1.4.12; a formula is not running text. */
const spacedText = `*:not(math, math *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Text set wide by its reader is neither cut nor pushed out. */
export async function expectRoomForSpacedText(course: CoursePage, page: Page): Promise<void> {
  const style = await page.addStyleTag({ content: spacedText });
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    expect(await course.overflowing(), `at ${size.width} px`).toEqual([]);
  }
  await style.evaluate((element) => {
    (element as Element).remove();
  });
}

/** Read from right to left, the page is its own mirror image. */
export async function expectMirrored(course: CoursePage, page: Page): Promise<void> {
  await page.setViewportSize(desk);
  const before = await edgesOfHeading(page);
  const diagrams = await placesInDiagrams(page, 'left');
  await turnAround(page, 'ltr', 'rtl');
  const after = await edgesOfHeading(page);
  // To two pixels: a scrollbar's side and rounding.
  expect(Math.abs(after.end - before.start)).toBeLessThan(3);
  expect(Math.abs(after.start - before.end)).toBeLessThan(3);
  expect(await placesInDiagrams(page, 'right')).toEqual(diagrams);
  expect(await figuresBehindTheirUnit(page)).toEqual([]);
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    // Words of axes, which stay as they are, may stand a hair outside of their box.
    const wider = (await course.overflowing()).filter((what) => !what.startsWith('text:'));
    expect(wider, `at ${size.width} px`).toEqual([]);
  }
  await turnAround(page, 'rtl', 'ltr');
}

async function turnAround(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      for (const each of document.querySelectorAll<HTMLElement>(`[dir=${from}]`)) each.dir = to!;
    },
    [from, to],
  );
}

/** How far the words of the heading are from either edge of its box, in pixels. */
async function edgesOfHeading(page: Page): Promise<{ start: number; end: number }> {
  return page.evaluate(() => {
    const heading = document.querySelector('h1')!;
    const range = document.createRange();
    range.selectNodeContents(heading);
    const text = range.getBoundingClientRect();
    const box = heading.getBoundingClientRect();
    return { start: Math.round(text.left - box.left), end: Math.round(box.right - text.right) };
  });
}

/** How far boxes and lines are from one edge of their diagram, in tens of pixels. */
async function placesInDiagrams(page: Page, edge: 'left' | 'right'): Promise<number[][]> {
  return page.locator('main .stage').evaluateAll(
    (stages, edge) =>
      stages.map((stage) =>
        [...stage.querySelectorAll('.node, .links')]
          .filter((part) => part.checkVisibility())
          .map((part) => part.getBoundingClientRect()[edge] - stage.getBoundingClientRect()[edge])
          .map((distance) => Math.round(Math.abs(distance) / 10)),
      ),
    edge,
  );
}

/** Figures that stand alone, such as _220 /s_, and read _/s 220_. */
async function figuresBehindTheirUnit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const range = document.createRange();
    const leftOf = (node: Node, at: number): number => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const figure = /[\d.,]+\s(?:ms|s|\/s|kB|MB)$/.exec(node.data.trimEnd());
      const isAlone = figure && /^[\s≤≥]*$/.test(node.data.slice(0, figure.index));
      if (!isAlone || !node.parentElement!.checkVisibility() || node.parentElement!.closest('.sentence, p'))
        continue;
      const [first, last] = [figure.index, figure.index + figure[0].length - 1];
      if (leftOf(node, first) > leftOf(node, last))
        found.push(`${node.data}: ${node.parentElement!.outerHTML}`);
    }
    return found;
  });
}

/** In forced colors every control has an edge or words of its own, and words in pictures have the color of words. */
export async function expectEdgesInForcedColors(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(button, [role=switch], select)')]
      // What is pressed on a picture has the edge of what is drawn there.
      .filter((each) => each.checkVisibility() && each.closest('figure, .diagram') === null)
      .filter((each) => {
        const { borderTopWidth, outlineStyle } = getComputedStyle(each);
        const hasEdge = borderTopWidth !== '0px' || outlineStyle !== 'none';
        return !hasEdge && each.innerText.trim() === '' && each.querySelector('svg') === null;
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(bare).toEqual([]);
  expect(await page.evaluate(pressedUnseen)).toEqual([]);
  expect(await page.evaluate(marksUnseen)).toEqual([]);
  expect(await page.evaluate(wordsOfOtherColors)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
}

/** Buttons that look the same whether they are pressed or not; where there is but a sign, the sign changes. */
function pressedUnseen(): string[] {
  const edges = (button: Element): string => {
    const { borderWidth, borderBottomColor, outlineStyle } = getComputedStyle(button);
    return `${borderWidth} ${borderBottomColor} ${outlineStyle}`;
  };
  return [...document.querySelectorAll<HTMLElement>('main button[aria-pressed]')].flatMap((button) => {
    if (button.innerText.trim() === '') return [];
    const stands = button.getAttribute('aria-pressed')!;
    const looks = ['true', 'false'].map((pressed) => {
      button.setAttribute('aria-pressed', pressed);
      return edges(button);
    });
    button.setAttribute('aria-pressed', stands);
    return looks[0] === looks[1] ? [button.outerHTML.slice(0, 120)] : [];
  });
}

/** Bars and thumbs of our own that have the color of what they lie on. */
function marksUnseen(): string[] {
  const canvas = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('main :is(.meter i, .compare .bar i, [role=switch] .rail)')].flatMap(
    (mark) => {
      const pseudo = mark.matches('.rail') ? '::before' : null;
      return getComputedStyle(mark, pseudo).backgroundColor === canvas ? [mark.outerHTML.slice(0, 120)] : [];
    },
  );
}

/** Words in pictures, which a browser leaves alone, and the lines that they name, in a color of the course. */
function wordsOfOtherColors(): string[] {
  const ink = getComputedStyle(document.body).color;
  const differs = (part: Element, property: 'fill' | 'stroke'): boolean =>
    part.checkVisibility() && getComputedStyle(part)[property] !== ink;
  return [
    ...[...document.querySelectorAll('main svg text')].filter((word) => differs(word, 'fill')),
    ...[...document.querySelectorAll('main svg line.mark')].filter((line) => differs(line, 'stroke')),
  ].map((part) => part.outerHTML.slice(0, 120));
}
