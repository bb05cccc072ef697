import { expect, test } from 'vitest';
import { withBasePath } from './base-links.ts';

test.each([
  ['/', '/caching/', '/caching/'],
  ['/some/course/', '/caching/', '/some/course/caching/'],
  ['/some/course', '/caching/#sources', '/some/course/caching/#sources'],
  ['/some/course/', '/', '/some/course/'],
  ['/some/course/', '#sources', '#sources'],
  ['/some/course/', 'https://example.org/', 'https://example.org/'],
  ['/some/course/', '//example.org/', '//example.org/'],
  ['/some/course/', '../caching/', '../caching/'],
])('under %s, %s becomes %s', (base, address, expected) => {
  expect(withBasePath(base, address)).toBe(expected);
});
