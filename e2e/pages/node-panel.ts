import { expect, type Locator } from '@playwright/test';
import type { LabPanel } from './lab-panel.ts';

/** What opens when a box of the picture is pressed. */
export class NodePanel {
  readonly lab: LabPanel;
  readonly name: string;

  /** @param name what is written on the box. */
  constructor(lab: LabPanel, name: string) {
    this.lab = lab;
    this.name = name;
  }

  /** What is pressed. */
  get box(): Locator {
    return this.lab.diagram.getByRole('button', { name: `Look into ${this.name}`, exact: true });
  }

  get region(): Locator {
    return this.lab.diagram.getByRole('region', { name: this.name, exact: true });
  }

  get heading(): Locator {
    return this.region.getByRole('heading', { name: this.name, exact: true });
  }

  button(name: 'Crash it' | 'Undo the crash' | 'Slow it down' | 'Undo the slow-down' | 'Close'): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** The number that stands with these words. */
  figure(label: string): Locator {
    return this.region
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd');
  }

  /** Opens it by keyboard; its name then has the focus. */
  async open(): Promise<void> {
    await this.box.press('Enter');
    await expect(this.heading).toBeFocused();
    await expect(this.box).toHaveAttribute('aria-expanded', 'true');
  }
}
