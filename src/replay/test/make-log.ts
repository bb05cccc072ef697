import { RandomStream } from '#sim-core';

export const GOOD_LINE = '203.0.113.7 - - [17/May/2015:10:05:03 +0000] "GET /index.html HTTP/1.1" 200 2326';

/** Text as the bytes of a file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Cuts `bytes` into pieces of the given sizes, over and over; a size of 0 yields an empty piece. */
export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let start = 0, index = 0; start < bytes.length; index++) {
    const size = sizes[index % sizes.length]!;
    yield bytes.slice(start, start + size);
    start += size;
  }
}

/**
 * A log as servers write it: several clients, referrers and user agents with
 * escaped quotes, a request that is no HTTP, lines out of order.
 */
export function makeLog(lines: number, seed = 1): string {
  const stream = new RandomStream(seed, 'test-log');
  const next = () => stream.nextUniform();
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const hosts = ['203.0.113.7', '198.51.100.23', '2001:db8::8a2e:370:7334', 'crawler.example.net'];
  const requests = [
    'GET / HTTP/1.1',
    'POST /login HTTP/1.1',
    'GET /a?q=%22x%22 HTTP/2.0',
    '-',
    '\\x16\\x03\\x01',
  ];
  const agents = ['Mozilla/5.0 (X11; Linux x86_64)', 'odd \\"quoted\\" agent', '-'];
  const written: string[] = [];
  let second = 0;
  for (let line = 0; line < lines; line++) {
    second += Math.floor(next() * 3);
    const at = Math.max(0, second - Math.floor(next() * 2));
    const clock = [at / 3600, (at / 60) % 60, at % 60].map((part) =>
      String(Math.floor(part)).padStart(2, '0'),
    );
    const size = next() < 0.1 ? '-' : String(Math.floor(next() * 90_000));
    written.push(
      `${pick(hosts)} - ${pick(['-', 'frank', '""'])} [29/Feb/2024:${clock.join(':')} +0100] ` +
        `"${pick(requests)}" ${pick([200, 304, 404, 500])} ${size} "-" "${pick(agents)}"`,
    );
  }
  return written.join('\n');
}
