/** What a made log is to look like. */
export interface LogWish {
  readonly requests: number;
  /** Lines in between that no reader of logs can make sense of. */
  readonly malformed: readonly string[];
  /** Any number: the same one makes the same log. */
  readonly seed?: number;
}

const hosts = [
  '203.0.113.9',
  '198.51.100.41',
  '2001:db8::8a2e:370:7334',
  'crawler.example.net',
  '192.0.2.77',
];
const paths = [
  '/',
  '/recipes/',
  '/recipes/saffron-risotto',
  '/search?q=%22rice%22',
  '/style.css',
  '/cook.js',
];
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  'odd \\"quoted\\" agent',
];
const firstSecond = Date.UTC(2025, 2, 3, 9, 0, 0) / 1000;

/**
 * An access log in the Combined Log Format as a busy site writes it: bursts and
 * lulls, errors, escaped quotes, minutes without a line; some hours of it for every thousand requests.
 */
export function makeLog({ requests, malformed, seed = 1 }: LogWish): string {
  const next = generator(seed);
  const pick = (values: readonly string[]) => values[Math.floor(next() * values.length)]!;
  const lines: string[] = [];
  let second = firstSecond;
  while (lines.length < requests) {
    // One visitor in five brings a crowd that comes within the same seconds.
    const crowd = next() < 0.2 ? 3 + Math.floor(next() * 12) : 1;
    second += Math.floor(next() * 40);
    const host = pick(hosts);
    for (let visit = 0; visit < crowd && lines.length < requests; visit++) {
      second += next() < 0.15 ? 1 : 0;
      const status = next() < 0.05 ? 404 : next() < 0.02 ? 500 : 200;
      const size = status === 200 ? String(200 + Math.floor(next() * 60_000)) : '-';
      lines.push(
        `${host} - - [${clock(second)}] "GET ${pick(paths)} HTTP/1.1" ${status} ${size} ` +
          `"https://saffron.example/" "${pick(agents)}"`,
      );
    }
  }
  for (const [index, line] of malformed.entries()) {
    lines.splice(Math.floor(((index + 1) * lines.length) / (malformed.length + 1)), 0, line);
  }
  return `${lines.join('\n')}\n`;
}

/** '03/Mar/2025:09:00:00 +0000'. */
function clock(epochSeconds: number): string {
  const [date, time = ''] = new Date(epochSeconds * 1000).toISOString().split('T');
  return `${date!.slice(8)}/Mar/${date!.slice(0, 4)}:${time.slice(0, 8)} +0000`;
}

/** Numbers from 0 to 1 that come the same way every time (Lehmer, 48271 mod 2³¹ − 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
