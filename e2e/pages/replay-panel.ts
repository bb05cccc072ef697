import { expect, type Locator, type Page } from '@playwright/test';

/** A file as a reader has it at hand. */
export interface LogFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The instrument that replays an access log. */
export class ReplayPanel {
  readonly page: Page;
  readonly region: Locator;
  readonly input: Locator;
  readonly problem: Locator;
  readonly result: Locator;
  readonly speed: Locator;
  readonly figures: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.locator('section.replay');
    this.input = this.region.getByLabel('Choose an access log');
    this.problem = this.region.getByRole('alert');
    this.result = this.region.locator('[role=status]');
    this.speed = this.region.getByRole('slider', { name: 'Speed', exact: true });
    this.figures = this.region.getByRole('table', { name: 'The same server, the same mean rate' });
  }

  async wake(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await expect(this.region).toHaveAttribute('data-ready');
    await this.region.dispatchEvent('pointermove');
    await expect(this.region.locator('.charts')).toHaveAttribute('data-alive');
    await expect(this.region).toHaveRole('region');
    await expect(this.region).toHaveAccessibleName('Replay the log of a real server');
  }

  /** Chooses a file with the button. */
  async choose(file: LogFile): Promise<void> {
    await this.input.setInputFiles(file);
  }

  /** Drags a file over the instrument and lets it go. */
  async drop({ name, mimeType, buffer }: LogFile): Promise<void> {
    const carried = await this.page.evaluateHandle(
      ([base64, fileName, type]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], fileName, { type }));
        return transfer;
      },
      [buffer.toString('base64'), name, mimeType] as const,
    );
    await this.region.dispatchEvent('dragenter', { dataTransfer: carried });
    await expect(this.region.getByText('Let go to read it.')).toBeVisible();
    await this.region.dispatchEvent('dragover', { dataTransfer: carried });
    await this.region.dispatchEvent('drop', { dataTransfer: carried });
  }

  /** Numbers of one row of the table: the log as it is, and arrivals by chance. */
  async figure(row: string): Promise<string[]> {
    return this.figures.getByRole('row', { name: row }).getByRole('cell').allTextContents();
  }
}
