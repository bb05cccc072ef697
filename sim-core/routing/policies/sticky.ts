import { hash, mix } from '../../random/index.ts';
import type { PolicyFactory } from '../policy.ts';

/** Points of each machine on the ring: more make the shares more even. */
const POINTS = 128;
/** More than machines can stand behind a balancer. */
const MOST_OWNERS = 1 << 17;

/**
 * The same client to the same machine, by consistent hashing: machines and clients are
 * points on a ring, and a client belongs to the next machine clockwise. When a machine
 * falls out, only its own clients move. Lesson: Load balancing.
 * Source: Karger et al., 'Consistent Hashing and Random Trees' (1997).
 */
export const sticky: PolicyFactory<'sticky'> = (_policy, backends) => {
  // Position and owner in one number, so that even a hundred thousand machines are sorted at once.
  const ring = new Float64Array(backends.count * POINTS);
  for (let i = 0; i < ring.length; i++) {
    const backend = Math.floor(i / POINTS);
    ring[i] = (hash(`machine ${backend} point ${i % POINTS}`, 0x51ed270b) >>> 0) * MOST_OWNERS + backend;
  }
  ring.sort();
  const positions = Uint32Array.from(ring, (point) => Math.floor(point / MOST_OWNERS));
  const owners = Int32Array.from(ring, (point) => point % MOST_OWNERS);
  return {
    choose: (client) => {
      // Where all are full but one the way round the ring is long, and where it ends is known.
      if (backends.availableCount === 1) return backends.available[0]!;
      const position = mix(client + 0x7ed55d16) >>> 0;
      let low = 0;
      let high = positions.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (positions[middle]! < position) low = middle + 1;
        else high = middle;
      }
      let point = low === positions.length ? 0 : low;
      while (!backends.isAvailable(owners[point]!)) point = point + 1 === positions.length ? 0 : point + 1;
      return owners[point]!;
    },
  };
};
