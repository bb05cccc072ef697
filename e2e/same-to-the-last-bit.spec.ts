import { bundleProgram } from '../digest/bundle.ts';
import { ownShell } from '../digest/engines.ts';
import { digestsFrom, type Digests } from '../digest/run-shell.ts';
import { expect, test } from './fixtures.ts';

test('a page of the course computes what Node does, to the last bit', async ({ course, page }) => {
  const bundle = await bundleProgram();
  const expected = digestsFrom(ownShell, bundle);
  await course.open('');
  await page.addScriptTag({ content: bundle });
  expect(await page.evaluate<Digests>('headroom.digests')).toEqual(expected);
});
