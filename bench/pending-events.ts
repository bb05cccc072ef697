import { type Scenario, start } from '#sim-core';

/** Times of a round, nanoseconds an event, by how many events are pending. */
export type EventTimes = Readonly<Record<number, number>>;

/** Cores that a machine may have. */
const CORES = 1024;

/** As many requests at work, each with its event, as are pending: users before servers that never queue. */
function busyServers(pending: number, events: number): Scenario {
  return {
    version: 1,
    // Two events a request, and one second a request.
    durationSeconds: events / 2 / pending + 100,
    warmUpSeconds: 0,
    nodes: {
      users: { kind: 'users', target: 'servers', arrivals: { kind: 'poisson', ratePerSecond: pending } },
      servers: {
        kind: 'service',
        instances: Math.ceil((2 * pending) / CORES),
        cores: CORES,
        serviceTime: { kind: 'exponential', meanSeconds: 1 },
      },
    },
  };
}

/**
 * What an event costs with so many others pending. All runs are alive at once and advance
 * in turn, so that a machine whose speed drifts treats all alike.
 */
export function timeEvents(counts: readonly number[], rounds: number, eventsARound: number): EventTimes[] {
  const runs = counts.map((pending) => {
    // Four mean service times, after which 98 % are there; and enough for the compiler.
    const warmUp = Math.max(8 * pending, eventsARound);
    const run = start(busyServers(pending, warmUp + rounds * eventsARound), { seriesBuckets: 1 });
    run.advance(warmUp);
    return { pending, run };
  });
  return Array.from({ length: rounds }, () =>
    Object.fromEntries(
      runs.map(({ pending, run }) => {
        const before = performance.now();
        run.advance(eventsARound);
        return [pending, ((performance.now() - before) * 1e6) / eventsARound];
      }),
    ),
  );
}
