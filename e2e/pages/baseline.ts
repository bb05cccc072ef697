import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../pictures/chromium.txt');

/** The major version of the Chromium that took the pictures; empty when there are none. */
export function baselineMajor(): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** Whether a browser of this major version draws as the one did that took the pictures. Taking them, it becomes it. */
export function isComparable(major: string): boolean {
  if (process.env.HEADROOM_TAKE_PICTURES) writeFileSync(file, `${major}\n`);
  return baselineMajor() === major;
}
