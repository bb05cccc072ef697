import { tracesAreThere } from './recorded-traces.ts';

/** Cases that this engine cannot express yet, by the beginning of their ids, and what it lacks. */
const lacking: readonly (readonly [prefix: string, lacks: string])[] = [
  ['erlangA-', 'clients that give up while they wait'],
  ['ciw-renege', 'clients that give up while they wait'],
  ['mg1ps-', 'processor sharing'],
  ['ciw-ps-', 'processor sharing'],
  ['ciw-capacitated-ps', 'processor sharing'],
  ['hash-maglev', 'hashes into tables of a given size by ring and by rendezvous'],
  ['tail-table1', 'the servers on which it was measured'],
  ['avail-', 'failures and repairs at random times'],
  ['usl-', 'contention between cores'],
  ['prom-', 'metrics scraped into fixed buckets'],
];

/** What the engine lacks to simulate a case; null when it lacks nothing. */
export function lackingFor(id: string): string | null {
  if (id.startsWith('cache-') && !tracesAreThere) return 'the recorded traces, which are not ours to hand on';
  return lacking.find(([prefix]) => id.startsWith(prefix))?.[1] ?? null;
}
