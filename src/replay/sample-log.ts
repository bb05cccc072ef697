import { RandomStream } from '#sim-core';

const SEED = 20_240;
const HOURS = 6;
const FIRST_HOUR = 8;
/** Visits that begin in a second on average, hour by hour; straight lines between. */
const VISITS_PER_SECOND = [0.016, 0.019, 0.022, 0.02, 0.025, 0.021, 0.018];
/** A newsletter goes out, and for some minutes so many times as many people come. */
const NEWSLETTER = { fromSeconds: 3.4 * 3600, forSeconds: 480, factor: 2.5 };
/** Addresses that RFC 5737 keeps for examples. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];
const PAGES = ['/', '/pizza', '/pizza/margherita', '/order', '/about', '/opening-hours'];
const ASSETS = [
  '/style.css',
  '/logo.svg',
  '/map.png',
  '/menu.js',
  '/photo-1.jpg',
  '/photo-2.jpg',
  '/font.woff2',
  '/cart.js',
];
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 Mobile Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0',
];

interface Entry {
  readonly second: number;
  readonly text: string;
}

/**
 * A made-up access log of a small shop's morning, Combined Log Format, some
 * thousands of lines: visitors load a page and at once what belongs to it, more of
 * them toward noon and many after a newsletter; a few lines are broken, as in life.
 * Always the same, and only + − × ÷, so that the build and every browser agree.
 */
export function sampleLog(): Uint8Array {
  const stream = new RandomStream(SEED, 'sample-log');
  const entries: Entry[] = [];
  for (let second = 0; second < HOURS * 3600; second++) {
    if (stream.nextUniform() < visitsPerSecond(second)) addVisit(entries, second, stream);
  }
  entries.sort((a, b) => a.second - b.second);
  const lines = entries.map((entry) => entry.text);
  lines[1_203] = lines[1_203]!.slice(0, 37);
  lines.splice(2_410, 0, 'server restarted');
  lines.splice(3_777, 0, '2024-03-14 configuration reloaded');
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function visitsPerSecond(second: number): number {
  const hour = Math.floor(second / 3600);
  const part = second / 3600 - hour;
  const rate = VISITS_PER_SECOND[hour]! * (1 - part) + VISITS_PER_SECOND[hour + 1]! * part;
  const since = second - NEWSLETTER.fromSeconds;
  return since >= 0 && since < NEWSLETTER.forSeconds ? rate * NEWSLETTER.factor : rate;
}

/** Some pages, half a minute apart, each followed within seconds by its pictures and scripts. */
function addVisit(entries: Entry[], firstSecond: number, stream: RandomStream): void {
  const index = (length: number) => stream.nextInteger(length);
  const host = `${NETWORKS[index(NETWORKS.length)]!}.${index(254) + 1}`;
  const agent = AGENTS[index(AGENTS.length)]!;
  let second = firstSecond;
  for (let pages = 1 + index(4); pages > 0; pages--) {
    const page = PAGES[index(PAGES.length)]!;
    entries.push(
      entry(second, host, page, stream.nextUniform() < 0.03 ? 404 : 200, 900 + index(9_000), '-', agent),
    );
    for (let assets = index(8); assets > 0; assets--) {
      const status = stream.nextUniform() < 0.3 ? 304 : 200;
      const asset = ASSETS[index(ASSETS.length)]!;
      entries.push(entry(second + index(3), host, asset, status, index(60_000), page, agent));
    }
    second += 10 + index(50);
  }
}

function entry(
  second: number,
  host: string,
  path: string,
  status: number,
  bytes: number,
  referrer: string,
  agent: string,
): Entry {
  const clock = [FIRST_HOUR + Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const time = `14/Mar/2024:${clock.map((part) => String(part).padStart(2, '0')).join(':')} +0000`;
  const from = referrer === '-' ? '-' : `https://shop.example${referrer}`;
  return {
    second,
    text: `${host} - - [${time}] "GET ${path} HTTP/1.1" ${status} ${bytes} "${from}" "${agent}"`,
  };
}
