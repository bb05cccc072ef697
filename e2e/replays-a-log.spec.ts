import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { makeLog } from './make-log.ts';
import { control, type Knob } from './pages/knobs.ts';
import type { LogFile, ReplayPanel } from './pages/replay-panel.ts';

const malformed = ['server restarted', '203.0.113.9 - - [03/Mar/2025:09:1', '{"level":"info","msg":"hello"}'];
const log = logFile('access.log', makeLog({ requests: 3000, malformed }));

test.beforeEach(async ({ course }) => {
  await course.open('single-server/');
  await course.replay.wake();
});

test('a dropped log is counted, replayed and told in words, and never leaves the browser @under-a-path', async ({
  course,
  page,
}) => {
  const { replay } = course;
  // The first turn of a knob fetches the worker; from then on nothing at all is asked of anybody.
  await replay.speed.press('ArrowRight');
  await expectReplayed(replay);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));

  await replay.drop(log);
  await expect(replay.region.getByText('access.log')).toBeVisible();
  await expect(replay.region.getByText('3,000 requests').first()).toBeVisible();
  await expect(replay.region.getByText('from 5 clients')).toBeVisible();
  expect(await replay.figure('Requests')).toContain('3,000');
  await expect(replay.result).toContainText('The server is busy');

  await replay.region.getByText('3 lines could not be read').click();
  for (const line of malformed) await expect(replay.region.getByText(line)).toBeVisible();
  await expect(replay.region.getByText('no time in square brackets').first()).toBeVisible();
  expect(requests.filter((request) => !request.startsWith('GET blob:'))).toEqual([]);
});

test('the speed and the server of a replay can be changed by keyboard', async ({ course }) => {
  const { replay } = course;
  await replay.choose(log);
  await expect(replay.region.getByText('from 5 clients')).toBeVisible();
  for (const label of ['Speed', 'Cores', 'Service time, mean']) {
    const slider = replay.region.getByRole('slider', { name: label, exact: true });
    const figures = await replay.figures.innerText();
    await slider.press('PageUp');
    await expectReplayed(replay);
    await expect.poll(() => replay.figures.innerText(), `figures after “${label}”`).not.toBe(figures);
  }
  await replay.speed.press('End');
  await expectReplayed(replay);
  const fair = replay.region.getByRole('button', { name: /for 70\s% load/ });
  await fair.press('Enter');
  await expectReplayed(replay);
  await expect(fair).toBeDisabled();
  await expect(replay.result).toContainText(/busy (6[5-9]|7[0-5])\s%/);
});

test('a part of a log can be chosen, and the log removed again', async ({ course }) => {
  const { replay } = course;
  const words = await replay.result.innerText();
  await replay.choose(log);
  await expect(replay.region.getByText('from 5 clients')).toBeVisible();
  const part: Knob = { kind: 'choice', id: 'part', path: '', label: 'Part of the log', options: [] };
  const parts = control(replay.region, part).getByRole('radio');
  const figures = await replay.figures.innerText();
  await parts.first().focus();
  await parts.first().press('ArrowRight');
  await expectReplayed(replay);
  await expect.poll(() => replay.figures.innerText()).not.toBe(figures);

  await replay.region.getByRole('button', { name: 'Remove log' }).press('Enter');
  await expect(replay.region.getByText('access.log')).toHaveCount(0);
  await expect(replay.result).toHaveText(words);
});

test('a packed log is unpacked on the way', async ({ course }) => {
  const { replay } = course;
  await replay.choose({ name: 'access.log.gz', mimeType: 'application/gzip', buffer: gzipSync(log.buffer) });
  await expect(replay.region.getByText('3,000 requests').first()).toBeVisible();
});

const unreadable: readonly { readonly file: LogFile; readonly says: RegExp }[] = [
  { file: logFile('empty.log', ''), says: /empty\.log: This file is empty\./ },
  { file: logFile('blank.log', '\n\n   \n'), says: /blank\.log: This file holds nothing but blank lines\./ },
  {
    file: { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: noise(20_000) },
    says: /photo\.jpg: This file is not text/,
  },
  {
    file: logFile('shopping.txt', 'rice\nsaffron\nstock\n'),
    says: /shopping\.txt: None of the 3 lines looks like an access log\. The first is “rice”; expected something like “/,
  },
  {
    file: {
      name: 'logs.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\u0003\u0004\u0014\u0000rest'),
    },
    says: /compressed \(zip\)\. Unpack it first\./,
  },
  {
    file: { name: 'cut.gz', mimeType: 'application/gzip', buffer: gzipSync(log.buffer).subarray(0, 900) },
    says: /cut\.gz: .*(could not be unpacked|looks? like)/,
  },
  {
    file: logFile('markup.html', '<script>document.title = "stolen"</script>'),
    says: /markup\.html: .*“<script>document\.title/,
  },
];

test('what is no log is refused in words, and what was there stays @under-a-path', async ({
  course,
  page,
}) => {
  const { replay } = course;
  const words = await replay.result.innerText();
  for (const { file, says } of unreadable) {
    await replay.drop(file);
    await expect(replay.problem).toHaveText(says);
    await expect(replay.result).toHaveText(words);
    await expect(page).toHaveTitle(/The single server/);
  }
  await replay.choose(log);
  await expect(replay.region.getByText('3,000 requests').first()).toBeVisible();
  await expect(replay.problem).toHaveText('');
});

test('a file that is too large is refused before it is read', async ({ course, page }) => {
  const { replay } = course;
  const carried = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const piece = new Uint8Array(1024 * 1024);
    transfer.items.add(
      new File(
        Array.from({ length: 101 }, () => piece),
        'huge.log',
      ),
    );
    return transfer;
  });
  await replay.region.dispatchEvent('drop', { dataTransfer: carried });
  await expect(replay.problem).toHaveText(/huge\.log: This file has 101 MB; at most 100 MB can be read\./);
});

async function expectReplayed({ region }: ReplayPanel): Promise<void> {
  await expect(region.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
}

function logFile(name: string, text: string): LogFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

function noise(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, (_, index) => (index * 7919) % 256));
}
