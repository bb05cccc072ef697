import { expect, test } from 'vitest';
import { withLateScripts } from './late-scripts.ts';

test('scripts with a file of their own are put last, those in the page stay as they are', () => {
  const inPage = '<script type="module">start()</script>';
  expect(withLateScripts(`<script type="module" src="/_astro/page.js"></script>${inPage}`)).toBe(
    `<script type="module" fetchpriority="low" src="/_astro/page.js"></script>${inPage}`,
  );
});
