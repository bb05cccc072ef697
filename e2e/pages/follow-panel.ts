import type { Locator } from '@playwright/test';
import type { LabPanel } from './lab-panel.ts';

/** Where one request is followed. */
export class FollowPanel {
  readonly lab: LabPanel;

  constructor(lab: LabPanel) {
    this.lab = lab;
  }

  /** What opens and closes it. */
  get toggle(): Locator {
    return this.lab.diagram.getByRole('button', { name: 'Follow one', exact: true });
  }

  get region(): Locator {
    return this.lab.diagram.getByRole('region', { name: 'Follow one request', exact: true });
  }

  button(
    name: 'The next one' | 'A slow one' | 'A failed one' | 'Next hop' | 'Hop back' | 'Stop following',
  ): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** What happens at this hop. */
  get words(): Locator {
    return this.region.locator('.words');
  }

  /** '3 of 6'. */
  get count(): Locator {
    return this.region.getByText(/^\d+ of \d+$/);
  }

  /** The visits, one under the other. */
  get spans(): Locator {
    return this.region.getByRole('listitem');
  }

  async goToEnd(): Promise<void> {
    const hops = Number(/of (\d+)/.exec(await this.count.innerText())?.[1]);
    for (let hop = 1; hop < hops; hop++) await this.button('Next hop').press('Enter');
  }
}
