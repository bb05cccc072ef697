import { expect, type Locator, type Page } from '@playwright/test';
import type { ReviewQuestion } from '#widgets';

/** A review question with its options. */
export class ReviewPanel {
  readonly group: Locator;
  readonly check: Locator;
  readonly announcement: Locator;

  constructor(page: Page, { id }: ReviewQuestion) {
    this.group = page.locator(`[data-question="${id}"]`);
    this.check = this.group.getByRole('button', { name: 'Check' });
    this.announcement = this.group.getByRole('status');
  }

  async wake(): Promise<void> {
    await this.group.scrollIntoViewIfNeeded();
    await expect(this.group.locator('xpath=ancestor::section[1]')).toHaveAttribute('data-ready');
  }

  option(label: string): Locator {
    return this.group.getByRole('radio', { name: label, exact: true });
  }

  /** Chooses and checks, by keyboard. */
  async answer(label: string): Promise<void> {
    await this.option(label).focus();
    await this.option(label).press('Space');
    await this.check.press('Enter');
  }
}
