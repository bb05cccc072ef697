import { mix } from '../../../random/index.ts';
import { requireInteger } from '../../../theory/range.ts';
import { hashOfKey } from '../key-hash.ts';
import type { PlacementFactory } from '../placement.ts';

/**
 * A table that says for each hash which shard it belongs to. Every shard has its own order
 * of preference over the places; they take turns, each taking the first still free. So
 * shares differ by one place at most, and a new shard moves little more than its own share
 * (the rest are places that others lost or won in passing). Lesson: Sharding.
 * Source: Eisenbud et al., 'Maglev: A Fast and Reliable Software Network Load Balancer' (2016), section 3.4.
 */
export const maglev: PlacementFactory<'maglev'> = ({ tableSize = 65_537, seed = 0 }, shards) => {
  requireInteger('maglev placement', 'tableSize', tableSize, Math.max(3, shards), 1_000_000);
  if (!isPrime(tableSize)) {
    throw new RangeError(`maglev placement: tableSize is ${tableSize}; expected a prime`);
  }
  const table = maglevTable(tableSize, shards, seed);
  return { shards, shardOf: (key) => table[hashOfKey(key, 0x27d4eb2f) % tableSize]! };
};

/**
 * The shard of each place. The prime size makes every skip run through the whole table, so
 * each shard finds a free place.
 */
export function maglevTable(size: number, shards: number, seed: number): Uint16Array {
  const salt = mix(seed + 0x165667b1);
  const place = new Int32Array(shards);
  const skip = new Int32Array(shards);
  for (let shard = 0; shard < shards; shard++) {
    place[shard] = (mix(mix(shard + 0x2545f491) ^ salt) >>> 0) % size;
    skip[shard] = ((mix(mix(shard + 0x632be5ab) ^ salt) >>> 0) % (size - 1)) + 1;
  }
  const table = new Uint16Array(size);
  const taken = new Uint8Array(size);
  for (let filled = 0; filled < size; filled++) {
    const shard = filled % shards;
    let wanted = place[shard]!;
    while (taken[wanted] === 1) wanted = (wanted + skip[shard]!) % size;
    taken[wanted] = 1;
    table[wanted] = shard;
    place[shard] = (wanted + skip[shard]!) % size;
  }
  return table;
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}
