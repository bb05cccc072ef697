import { expect, type Locator, type Page } from '@playwright/test';
import type { ExerciseDescription } from '#widgets';
import { attributeBecomes } from './attribute-becomes.ts';
import { position, turnTo, type KnobValue } from './knobs.ts';

/** A system to repair, and the simulation that checks the repair. */
export class ExercisePanel {
  readonly exercise: ExerciseDescription;
  readonly region: Locator;
  readonly verdict: Locator;
  readonly check: Locator;
  readonly hint: Locator;
  readonly reset: Locator;
  readonly hints: Locator;

  constructor(page: Page, exercise: ExerciseDescription) {
    this.exercise = exercise;
    this.region = page.locator(`[data-exercise="${exercise.id}"]`);
    this.verdict = this.region.locator('[role=status]');
    this.check = this.region.getByRole('button', { name: `Check on ${exercise.seeds.length} seeds` });
    this.hint = this.region.getByRole('button', { name: /hint/i });
    this.reset = this.region.getByRole('button', { name: 'Reset' });
    this.hints = this.region.getByRole('listitem');
  }

  async wake(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await expect(this.region).toHaveAttribute('data-ready');
    await expect(this.region).toHaveRole('region');
    await expect(this.region).toHaveAccessibleName(new RegExp(this.exercise.title.replaceAll('?', '\\?')));
  }

  /** Turns knobs by their labels; what is not named goes where it starts. */
  async answer(values: Readonly<Record<string, KnobValue>>): Promise<void> {
    for (const knob of this.exercise.knobs) {
      await turnTo(this.region, knob, values[knob.id] ?? this.exercise.start[knob.id]!);
    }
  }

  /** Has the answer checked; says whether it holds. */
  async submit(): Promise<'passed' | 'failed'> {
    await this.check.press('Enter');
    await attributeBecomes(this.region, 'data-state', /^(passed|failed|broken)$/);
    await expect(this.region).toHaveAttribute('data-state', /^(passed|failed)$/);
    return (await this.region.getAttribute('data-state')) as 'passed' | 'failed';
  }

  async positions(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const knob of this.exercise.knobs) found[knob.id] = await position(this.region, knob);
    return found;
  }

  /** A goal's row: whether it is met, what was observed, the limit. */
  goal(label: string): Locator {
    const header = this.region.page().getByRole('rowheader', { name: label, exact: true });
    return this.region.getByRole('row').filter({ has: header });
  }

  get solvedMark(): Locator {
    return this.region.locator('header').getByText(/solved$/);
  }
}
