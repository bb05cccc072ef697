import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { browserStopped } from '../commands/testing/totals.ts';
import { CoursePage } from './pages/course-page.ts';

interface Fixtures {
  /** Messages that the test brings about on purpose; null: none at all. */
  readonly provoked: RegExp | null;
  /** Whether the browser keeps the course for reading without a network; to fetch it all takes time. */
  readonly keepsCourse: boolean;
  /** The page, as a reader uses it. */
  readonly course: CoursePage;
  /** Opens a browser of another reader: nothing shared with the first. */
  readonly anotherReader: (options?: BrowserContextOptions) => Promise<CoursePage>;
}

/**
 * A test that fails on any message in the console, any exception, any request that
 * fails and any request to another place than the course itself.
 */
export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  keepsCourse: [false, { option: true }],

  context: async ({ context, baseURL, provoked, keepsCourse }, use) => {
    if (!keepsCourse) await withoutServiceWorker(context);
    const complaints = watch(context, baseURL, provoked);
    await use(context);
    expect(complaints, 'what the browser complained of').toEqual([]);
  },

  page: async ({ page, javaScriptEnabled }, use, testInfo) => {
    await use(page);
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    if (hasFailed && javaScriptEnabled !== false && !(await drawsFrames(page))) {
      testInfo.annotations.push({ type: browserStopped });
      process.stdout.write('! THE BROWSER STOPPED DRAWING FRAMES: this test is run again in a new one\n');
    }
  },

  course: async ({ page }, use) => {
    await use(new CoursePage(page));
  },

  anotherReader: async ({ browser, baseURL, provoked }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[][] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await withoutServiceWorker(context);
      complaints.push(watch(context, baseURL, provoked));
      return new CoursePage(await context.newPage());
    });
    for (const context of contexts) await context.close();
    expect(complaints.flat(), 'what the browser of another reader complained of').toEqual([]);
  },
});

export { expect };

/**
 * Debian's headless shell stops drawing once in some fifty long pages, with all of its threads asleep: a page
 * goes on to run scripts, but whoever waits for a frame waits for ever.
 */
async function drawsFrames(page: Page): Promise<boolean> {
  const frameOrNone = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
        setTimeout(() => resolve(false), 5000);
      }),
  );
  // A page that is closed, or too busy to answer, is no fault of the browser.
  return frameOrNone.catch(() => true);
}

/** As in a browser that knows no service workers. */
async function withoutServiceWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

/** Collects all that should never happen, in words. */
function watch(context: BrowserContext, baseURL: string | undefined, provoked: RegExp | null): string[] {
  const complaints: string[] = [];
  const home = new URL(baseURL ?? 'http://127.0.0.1').origin;
  const complain = (words: string) => {
    if (!provoked?.test(words)) complaints.push(words);
  };
  context.on('console', (message) => {
    complain(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (event) => {
    complain(`exception: ${event.error().message}`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home)
      complain(`request to another origin: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complain(`answer ${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Whoever leaves a page leaves behind what it was still loading.
    if (reason !== 'net::ERR_ABORTED') complain(`request failed, ${reason}: ${request.url()}`);
  });
  return complaints;
}
