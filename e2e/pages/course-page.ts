import { expect, type Locator, type Page } from '@playwright/test';
import type { ExerciseDescription, LabDescription, Prediction, ReviewQuestion } from '#widgets';
import { ExercisePanel } from './exercise-panel.ts';
import { LabPanel } from './lab-panel.ts';
import { PredictionPanel } from './prediction-panel.ts';
import { ReplayPanel } from './replay-panel.ts';
import { ReviewPanel } from './review-panel.ts';

/** A page of the course and what stands on it. */
export class CoursePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page by its address relative to the course: 'single-server/'. All of it has been laid out then. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.locator('html')).not.toHaveAttribute('data-layout');
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  lab(lab: LabDescription): LabPanel {
    return new LabPanel(this.page, lab);
  }

  prediction(prediction: Prediction): PredictionPanel {
    return new PredictionPanel(this.page, prediction);
  }

  exercise(exercise: ExerciseDescription): ExercisePanel {
    return new ExercisePanel(this.page, exercise);
  }

  review(question: ReviewQuestion): ReviewPanel {
    return new ReviewPanel(this.page, question);
  }

  get replay(): ReplayPanel {
    return new ReplayPanel(this.page);
  }

  get chapterProgress(): Locator {
    return this.page.getByRole('region', { name: 'Your progress in this chapter' });
  }

  async wakeProgress(): Promise<void> {
    await this.chapterProgress.scrollIntoViewIfNeeded();
    await expect(this.chapterProgress).toHaveAttribute('data-ready');
  }

  /** The reader's own words on the chapter. */
  get notes(): Locator {
    return this.page.getByRole('textbox', { name: 'Your notes on this chapter' });
  }

  /** What the page of progress shows. */
  get yourProgress(): Locator {
    return this.page.getByRole('region', { name: 'Your progress', exact: true });
  }

  /** The entry of a chapter in the course list beside the text. */
  menuEntry(title: string): Locator {
    return this.page
      .getByRole('navigation', { name: 'Course' })
      .getByRole('list')
      .getByRole('link', { name: title });
  }

  /** Reads on to the end, so that every instrument of the page comes to life. */
  async wakeAll(): Promise<void> {
    const asleep = await this.page.evaluate(async () => {
      // A browser that draws no frames has to be told of as such, instead of waited for.
      const frameOrMoment = () =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve);
          setTimeout(resolve, 200);
        });
      const isAwake = (island: Element) =>
        !island.hasAttribute('ssr') &&
        [...island.querySelectorAll('section')].every((section) => section.hasAttribute('data-ready')) &&
        [...island.querySelectorAll('[data-still]')].every((still) => still.closest('[data-alive]'));
      const end = performance.now() + 45_000;
      for (const island of document.querySelectorAll('astro-island')) {
        island.firstElementChild?.scrollIntoView({ block: 'center' });
        const deadline = Math.min(performance.now() + 15_000, end);
        while (!isAwake(island) && performance.now() < deadline) {
          // Charts sleep until somebody stirs.
          window.dispatchEvent(new PointerEvent('pointermove'));
          await frameOrMoment();
        }
      }
      return [...document.querySelectorAll('astro-island')]
        .filter((island) => !isAwake(island))
        .map((island) => `${island.getAttribute('component-url')}: ${island.outerHTML.slice(0, 200)}`);
    });
    expect(asleep, 'instruments that did not come to life').toEqual([]);
  }

  /** What stands before the reader's eyes on the whole page, wider than the window. */
  async overflowing(): Promise<string[]> {
    return this.page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const found: string[] = [];
      if (document.documentElement.scrollWidth > width) found.push('the page itself');
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) ||
          scrolls(element.parentElement));
      for (const element of document.querySelectorAll('main *')) {
        const box = element.getBoundingClientRect();
        const shows = box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true });
        if (shows && (box.right > width + 0.5 || box.left < -0.5) && !scrolls(element.parentElement)) {
          found.push(`${element.tagName.toLowerCase()}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
        }
      }
      return found;
    });
  }
}
