import { hash, mix } from '../../random/index.ts';
import type { PolicyFactory } from '../policy.ts';

/** Points of each machine on the ring: more make the shares more even. */
const POINTS = 128;

/**
 * The same client to the same machine, by consistent hashing: machines and clients are
 * points on a ring, and a client belongs to the next machine clockwise. When a machine
 * falls out, only its own clients move. Lesson: Load balancing.
 * Source: Karger et al., 'Consistent Hashing and Random Trees' (1997).
 */
export const sticky: PolicyFactory<'sticky'> = (_policy, backends) => {
  const ring = Array.from({ length: backends.count * POINTS }, (_, i) => ({
    position: hash(`machine ${Math.floor(i / POINTS)} point ${i % POINTS}`, 0x51ed270b) >>> 0,
    backend: Math.floor(i / POINTS),
  })).sort((a, b) => a.position - b.position || a.backend - b.backend);
  const positions = Uint32Array.from(ring, (point) => point.position);
  const owners = Int32Array.from(ring, (point) => point.backend);
  return {
    choose: (client) => {
      const position = mix(client + 0x7ed55d16) >>> 0;
      let low = 0;
      let high = positions.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (positions[middle]! < position) low = middle + 1;
        else high = middle;
      }
      let point = low === positions.length ? 0 : low;
      while (!backends.isHealthy(owners[point]!)) point = point + 1 === positions.length ? 0 : point + 1;
      return owners[point]!;
    },
  };
};
