import type { Hops } from '#sim-core';

/** Which request a reader wants to follow. */
export type Wish = 'next' | 'slow' | 'failed';

const everyWish: readonly Wish[] = ['next', 'slow', 'failed'];

const failed = 2;

/** Of so many slow requests the slowest is shown: it has most to tell. */
const slowOnesSeen = 30;

interface Candidate {
  readonly request: number;
  readonly sentSeconds: number;
  readonly tookSeconds: number;
}

/**
 * The next request from this moment on that is as wished, or the first of the run when there is none
 * after it; of slow ones the slowest of the next few. Null when the run has none at all. A request is slow
 * when its users waited longer than `slowSeconds` for an answer.
 */
export function pickRequest(hops: Hops, wish: Wish, seconds: number, slowSeconds: number): number | null {
  const candidates = candidatesOf(hops, wish, slowSeconds);
  const later = candidates.filter(({ sentSeconds }) => sentSeconds >= seconds);
  const rest = later.length > 0 ? later : candidates;
  if (wish !== 'slow') return rest[0]?.request ?? null;
  const few = rest.slice(0, slowOnesSeen);
  const longest = Math.max(...few.map(({ tookSeconds }) => tookSeconds));
  return few.find(({ tookSeconds }) => tookSeconds === longest)?.request ?? null;
}

/** The wishes that some request of the run meets; what is slow is said at `pickRequest`. */
export function wishesMet(hops: Hops, slowSeconds: number): ReadonlySet<Wish> {
  const met = new Set<Wish>();
  for (const row of ownRows(hops)) {
    for (const wish of everyWish) if (isWished(hops, row, wish, slowSeconds)) met.add(wish);
    if (met.size === everyWish.length) break;
  }
  return met;
}

function candidatesOf(hops: Hops, wish: Wish, slowSeconds: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const row of ownRows(hops)) {
    if (!isWished(hops, row, wish, slowSeconds)) continue;
    const sentSeconds = hops.leaveSeconds[row]!;
    const tookSeconds = hops.answerSeconds[row]! - sentSeconds;
    candidates.push({ request: hops.request[row]!, sentSeconds, tookSeconds });
  }
  return candidates;
}

/** The first row of each request, which is its users' own. */
function* ownRows(hops: Hops): Iterable<number> {
  const seen = new Set<number>();
  for (let row = 0; row < hops.request.length; row++) {
    const request = hops.request[row]!;
    if (seen.has(request)) continue;
    seen.add(request);
    yield row;
  }
}

function isWished(hops: Hops, row: number, wish: Wish, slowSeconds: number): boolean {
  const answer = hops.answerSeconds[row]!;
  if (wish === 'failed') return hops.outcome[row] === failed;
  if (answer < 0) return false;
  return wish === 'next' || (hops.outcome[row] !== failed && answer - hops.leaveSeconds[row]! > slowSeconds);
}
