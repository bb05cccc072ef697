import type { PlacementFactory } from '../placement.ts';

/**
 * Jump consistent hash: even shares and the least possible movement, 1/(n + 1), from a few
 * lines and no memory; but shards can be added and removed only at the end. Lesson: Sharding.
 * Source: Lamping and Veach, 'A Fast, Minimal Memory, Consistent Hash Algorithm' (2014).
 */
export const jump: PlacementFactory<'jump'> = (_rule, shards) => ({
  shards,
  shardOf: (key) => jumpHash(Math.floor(key / 4294967296), key >>> 0, shards),
});

/** The multiplier of the paper's generator, 2862933555777941757, in halves of 32 bits. */
const MULTIPLIER_HIGH = 0x27bb2ee6;
const MULTIPLIER_LOW = 0x87b0b0fd;

/**
 * The bucket of a key of 64 bits, given in halves of 32, exactly as in the paper: a key's
 * own generator says at which numbers of buckets it would jump into the newest, and the
 * last jump before the present number is where it stays.
 * @param keyHigh an integer from 0 to 4,294,967,295; so is keyLow
 * @param buckets an integer from 1 to 4,194,304, where all products are still exact
 */
export function jumpHash(keyHigh: number, keyLow: number, buckets: number): number {
  let high = keyHigh | 0;
  let low = keyLow | 0;
  let bucket = 0;
  let next = 0;
  while (next < buckets) {
    bucket = next;
    // key = key · multiplier + 1 modulo 2^64
    const carried =
      highHalfOfProduct(low, MULTIPLIER_LOW) +
      Math.imul(high, MULTIPLIER_LOW) +
      Math.imul(low, MULTIPLIER_HIGH);
    low = (Math.imul(low, MULTIPLIER_LOW) + 1) | 0;
    // The 1 carries over where the low half was all ones.
    high = (carried + (low === 0 ? 1 : 0)) | 0;
    next = Math.floor((bucket + 1) * (2147483648 / ((high >>> 1) + 1)));
  }
  return bucket;
}

/** The upper 32 bits of a product of two unsigned integers of 32 bits, by halves of 16: each step is exact in a double. */
function highHalfOfProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle & 0xffff);
  return aHigh * bHigh + (middle >>> 16) + (other >>> 16);
}
