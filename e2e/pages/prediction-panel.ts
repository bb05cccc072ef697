import { expect, type Locator, type Page } from '@playwright/test';
import type { Prediction } from '#widgets';

/** A question that wants a guess before it shows the answer. */
export class PredictionPanel {
  readonly region: Locator;
  readonly question: Locator;
  readonly verdict: Locator;
  readonly commit: Locator;
  readonly tryAgain: Locator;

  constructor(page: Page, { id, question }: Prediction) {
    this.region = page.locator(`[data-prediction="${id}"]`);
    this.question = this.region.getByRole('group', { name: question, exact: true });
    this.verdict = this.region.locator('.verdict');
    this.commit = this.region.getByRole('button', { name: 'Commit and see' });
    this.tryAgain = this.region.getByRole('button', { name: 'Try again' });
  }

  async wake(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await expect(this.region).toHaveAttribute('data-ready');
    await expect(this.question).toBeVisible();
  }

  option(label: string): Locator {
    return this.region.getByRole('radio', { name: label });
  }

  /** The points of a curve, or the one slider of a number. */
  get sliders(): Locator {
    return this.region.getByRole('slider');
  }

  /** Commits by keyboard and says what came of it. */
  async reveal(): Promise<string> {
    await this.commit.press('Enter');
    await expect(this.verdict).toBeVisible();
    return this.verdict.innerText();
  }
}
