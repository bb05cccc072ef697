import { defineConfig } from '@playwright/test';
import { browserArguments, installedBrowsers } from './commands/browser.ts';

/**
 * The built site, served twice as static hosts do: at the root of a host, and
 * under a path. Specs open pages by a relative address (`single-server/`).
 * `npm run test:e2e` builds both and finds a browser first. Specs that an address could
 * break, marked `@under-a-path`, run where they are most likely to; all others run at the root.
 */
const sites = [
  { name: 'at /', directory: 'dist', basePath: '/', grepInvert: /@under-a-path/ },
  {
    name: 'under /some/course/',
    directory: 'dist-under-path',
    basePath: '/some/course/',
    grep: /@under-a-path/,
  },
];

// Workers read this file again: they have to find the ports that were chosen first.
process.env.HEADROOM_FIRST_PORT ??= String(20_000 + (process.pid % 20_000));
const servers = sites.map((site, index) => {
  const port = Number(process.env.HEADROOM_FIRST_PORT) + index;
  return { ...site, port, url: `http://127.0.0.1:${port}${site.basePath}` };
});

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: '100%',
  forbidOnly: true,
  // For a browser that stops drawing, and for nothing else: see `totalsOfPlaywright`.
  retries: 1,
  // A machine that is shared may take several times as long as an idle one.
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    // Edges of letters differ between machines by a shade; a box that moves or a color that changes does not.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.3, animations: 'disabled', scale: 'css' },
  },
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: process.env.HEADROOM_BROWSER ?? installedBrowsers()[0],
      args: browserArguments,
    },
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
  projects: servers.map(({ name, url, ...which }) => ({ name, ...which, use: { baseURL: url } })),
  webServer: servers.map(({ directory, basePath, port, url }) => ({
    command: `node commands/serve-built-site.ts ${directory} ${basePath} ${port}`,
    url,
    reuseExistingServer: false,
  })),
});
