import type { Browser } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../pictures/browser.txt');

/** The browser that took the pictures; empty when there are none. */
export function baselineBrowser(): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** What draws letters as another does: 'Chromium 156', or its 'headless shell 156', started from this path. */
export function nameOf(browser: Browser, executablePath = ''): string {
  const major = browser.version().split('.')[0]!;
  return `${executablePath.includes('headless') ? 'headless shell' : 'Chromium'} ${major}`;
}

/** Whether this browser draws as the one did that took the pictures. Taking them, it becomes it. */
export function isComparable(name: string): boolean {
  if (process.env.HEADROOM_TAKE_PICTURES) writeFileSync(file, `${name}\n`);
  return baselineBrowser() === name;
}
