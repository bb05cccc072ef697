import { expect, type Locator, type Page } from '@playwright/test';
import type { LabDescription } from '#widgets';
import { attributeBecomes } from './attribute-becomes.ts';
import { placesOf, position, turnTo, type Knob, type KnobValue } from './knobs.ts';

/** What a lab shows: its sentence, its machines, its charts in words. */
export interface Picture {
  readonly sentence: string;
  readonly machines: readonly string[];
  readonly charts: readonly string[];
}

/** An instrument with a system, knobs and charts. */
export class LabPanel {
  readonly page: Page;
  readonly lab: LabDescription;
  readonly region: Locator;

  constructor(page: Page, lab: LabDescription) {
    this.page = page;
    this.lab = lab;
    // By its id: to look for names on the whole page, time and again, takes most of the suite's time.
    this.region = page.locator(`[data-lab="${lab.id}"]`);
  }

  /** Scrolls it into sight and waits until it is live. */
  async wake(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await expect(this.region).toHaveAttribute('data-ready');
    // Charts sleep until somebody stirs.
    await this.region.dispatchEvent('pointermove');
    await expect(this.region.locator('.charts')).toHaveAttribute('data-alive');
    await expect(this.region).toHaveRole('region');
    await expect(this.region).toHaveAccessibleName(this.lab.title);
  }

  button(name: 'Pin' | 'Share' | 'Embed' | 'Code' | 'Reset' | 'Full screen' | 're-roll the seed'): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  get diagram(): Locator {
    return this.region.getByRole('figure', { name: this.lab.title, exact: true });
  }

  get sentence(): Locator {
    return this.region.locator('.sentence');
  }

  get notice(): Locator {
    return this.region.locator('.notice');
  }

  /** What is said once to those who do not see it. */
  get announcement(): Locator {
    return this.region.locator('[role=status]');
  }

  get charts(): Locator {
    return this.region.locator('figure.chart');
  }

  /** Charts that are read point by point; the others are lists of bars. */
  get plots(): Locator {
    return this.region.getByRole('application');
  }

  async seed(): Promise<number> {
    return Number(/seed (\d+)/.exec(await this.region.innerText())?.[1]);
  }

  async picture(): Promise<Picture> {
    return {
      sentence: await this.sentence.innerText(),
      machines: await this.diagram.getByRole('listitem').allTextContents(),
      charts: await this.charts.evaluateAll((charts) =>
        charts.map((chart) => {
          const plot = chart.querySelector('[role=application], [role=img]');
          const bars = [...chart.querySelectorAll('li')].map((bar) => bar.textContent);
          // The same chart says so once it has come to life.
          const label = plot?.getAttribute('aria-label')?.replace(/ Arrow keys read the values.*$/, '');
          return label ?? bars.join('; ');
        }),
      ),
    };
  }

  async positions(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const knob of this.lab.knobs) found[knob.id] = await position(this.region, knob);
    return found;
  }

  knob(id: string): Knob {
    const knob = this.lab.knobs.find((each) => each.id === id);
    if (knob === undefined) throw new Error(`lab "${this.lab.id}" has no knob "${id}"`);
    return knob;
  }

  /** Turns a knob by keyboard and waits for the numbers of its new position. */
  async turn(knob: Knob, value: KnobValue): Promise<void> {
    await turnTo(this.region, knob, value);
    await this.settled();
  }

  /** Turns every knob to its last position, without waiting for what lies between. */
  async turnAll(): Promise<void> {
    for (const knob of this.lab.knobs) await turnTo(this.region, knob, placesOf(knob).at(-1)!);
    await this.settled();
  }

  async press(name: 'Reset' | 're-roll the seed'): Promise<void> {
    await this.button(name).press('Enter');
    await this.settled();
  }

  /** Every number belongs to the knobs as they stand. */
  async settled(): Promise<void> {
    await attributeBecomes(this.region, 'data-status', /^(ready|failed)$/);
    await expect(this.region).toHaveAttribute('data-status', 'ready');
  }
}
