import { tracesAreThere } from './recorded-traces.ts';

/** Cases that this engine cannot express, by the beginning of their ids, and what it lacks. */
const lacking: readonly (readonly [prefix: string, lacks: string])[] = [
  ['hash-maglev', 'hashes into tables of a given size by ring and by rendezvous'],
  ['tail-table1', 'the servers on which it was measured'],
  [
    'usl-raytracer',
    'a value to expect: its source gives only measured points, which the tests of the theory fit',
  ],
];

/** What the engine lacks to simulate a case; null when it lacks nothing. */
export function lackingFor(id: string): string | null {
  if (id.startsWith('cache-') && !tracesAreThere) return 'the recorded traces, which are not ours to hand on';
  return lacking.find(([prefix]) => id.startsWith(prefix))?.[1] ?? null;
}
