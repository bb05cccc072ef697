import { chromium, type Browser } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { countDots, timeFrames } from '../perf/frames.ts';
import { timeInteractions, watchInteractions } from '../perf/interactions.ts';
import { timeKnobs } from '../perf/knobs.ts';
import { score } from '../perf/lighthouse.ts';
import { slowDown } from '../perf/slow-browser.ts';
import { browserArguments, ensureBrowser } from './browser.ts';
import { filesOf, openBuiltSite } from './built-site/built-site.ts';
import { scriptBytesOf } from './built-site/script-weight.ts';
import { serve } from './built-site/server.ts';

/*
 * npm run --silent perf                              everything, of every page in dist/
 * npm run --silent perf -- knobs frames              only these measurements
 * npm run --silent perf -- lighthouse single-server  only pages whose address begins so
 *
 * Measures the built site in Chromium with the processor slowed four times, and prints a line of JSON for
 * each figure. Figures of a busy machine are too high: repeat them.
 */
const measurements = ['weight', 'knobs', 'interactions', 'frames', 'lighthouse'] as const;
const words = process.argv.slice(2);
const wanted = measurements.filter((name) => words.includes(name));
const chosen = wanted.length === 0 ? measurements : wanted;
const prefixes = words.filter((word) => !(measurements as readonly string[]).includes(word));

const site = openBuiltSite('dist', '/');
const paths = filesOf(site, 'index.html')
  .map((file) => file.replace(/index\.html$/, ''))
  .filter((path) => prefixes.length === 0 || prefixes.some((prefix) => path.startsWith(prefix)));
const server = await serve(site, 0);
const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const debuggingPort = 9000 + (process.pid % 1000);
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...browserArguments, `--remote-debugging-port=${debuggingPort}`],
});
try {
  for (const path of paths) await measure(browser, path);
} finally {
  await browser.close();
  server.close();
}

async function measure(browser: Browser, path: string): Promise<void> {
  const page = `/${path}`;
  if (chosen.includes('weight')) {
    const bytes = [...scriptBytesOf(site, `${path}index.html`).values()];
    print({ page, scriptKilobytes: bytes.reduce((sum, each) => sum + each, 0) / 1000 });
  }
  if (chosen.includes('knobs')) {
    await onSlowPage(browser, path, async (open) => {
      for (const times of await timeKnobs(open)) print({ page, ...times });
    });
  }
  if (chosen.includes('interactions')) {
    await onSlowPage(browser, path, async (open) => {
      print({ page, ...(await timeInteractions(open)) });
    });
  }
  if (chosen.includes('frames')) {
    await onSlowPage(browser, path, async (open) => {
      const labs = await open
        .locator('main [data-lab]')
        .evaluateAll((regions) => regions.map((region) => region.getAttribute('data-lab') ?? ''));
      for (const lab of labs) print({ page, ...(await timeFrames(open, lab)) });
    });
  }
  if (chosen.includes('lighthouse')) {
    for (const device of ['mobile', 'desktop'] as const) {
      print({ page, ...(await score(home + path, debuggingPort, device)) });
    }
  }
}

async function onSlowPage(
  browser: Browser,
  path: string,
  use: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchInteractions);
    await page.addInitScript(countDots);
    await slowDown(page);
    await page.goto(home + path);
    await use(page);
  } finally {
    await context.close();
  }
}

function print(figures: Readonly<Record<string, unknown>>): void {
  console.log(
    JSON.stringify(figures, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    ),
  );
}
