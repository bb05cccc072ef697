/**
 * Finds a Chromium for the tests in the browser, or gets one.
 *
 *     node commands/browser.ts     prints which one it is
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What the browser is started with: no sandbox (containers have none) and nothing that phones home. */
export const browserArguments = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The shell draws no window around a page: it opens pages in half of the time. */
const namesOnPath = [
  'chromium-headless-shell',
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
];
/** A download that hangs is given up; the next way may work. */
const secondsToInstall = 150;

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Paths of the browsers on this machine, the most suitable first. */
export function installedBrowsers(): string[] {
  const onPath = namesOnPath.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  return [chromium.executablePath(), ...onPath, ...usualPlaces].filter((path) => existsSync(path));
}

/** Path of a browser that starts; installs one if need be. Throws an Error that says what to do. */
export async function ensureBrowser(): Promise<string> {
  const found = await firstThatStarts();
  if (found !== null) return found;
  for (const attempt of waysToInstall()) {
    console.log(`No Chromium yet: ${attempt.map((words) => words.join(' ')).join(' && ')}`);
    attempt.every(runQuietly);
    const installed = await firstThatStarts();
    if (installed !== null) return installed;
  }
  throw new Error(
    'no Chromium or Chrome was found and none could be installed; install one ' +
      '(`npx playwright install --with-deps chromium`, or the `chromium` package of the system)',
  );
}

/** Commands that may bring a browser, one way after the other. */
function waysToInstall(): string[][][] {
  const ofPlaywright = [['npx', 'playwright', 'install', 'chromium']];
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [ofPlaywright];
  const ofSystem = ['chromium-headless-shell', 'chromium'].map((name) => [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', name],
  ]);
  return [ofPlaywright, ...ofSystem, [['npx', 'playwright', 'install-deps', 'chromium']]];
}

function runQuietly(words: readonly string[]): boolean {
  const [program, ...rest] = words;
  const { status } = spawnSync(program!, rest, {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    timeout: secondsToInstall * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

async function firstThatStarts(): Promise<string | null> {
  for (const executablePath of installedBrowsers()) {
    try {
      const browser = await chromium.launch({ executablePath, args: browserArguments, timeout: 30_000 });
      await browser.close();
      return executablePath;
    } catch {
      // There, but lacking a library of the system, say: another may do.
    }
  }
  return null;
}

if (import.meta.main) {
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(`browser: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
