import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What to look at: everything, or a part of the page and some rules. */
interface Scope {
  readonly within?: string;
  readonly rules?: string[];
}

/** What axe finds wrong, in words. */
export async function violationsOn(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  // At rest at the top nothing of the text lies under the bar that stays there.
  if (within === undefined)
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
  // Without frames there is nothing that the slower way, by a page of its own, is needed for.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  builder.options({
    // To list all that is right takes half of the time.
    resultTypes: ['violations'],
    // WCAG 2.2 asks for it; axe leaves it out unless told.
    ...(rules === undefined && within === undefined ? { rules: { 'target-size': { enabled: true } } } : {}),
  });
  if (within !== undefined) builder.include(within);
  if (rules) builder.withRules(rules);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
