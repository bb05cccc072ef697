import fc from 'fast-check';
import type { Alert, Log, Scenario } from '#sim-core';

type Watching = Pick<Scenario, 'logging' | 'metricsCollection' | 'alerts' | 'onCall'>;

const log = (services: readonly string[]): fc.Arbitrary<Log> =>
  fc.record(
    {
      nodes: fc.shuffledSubarray([...services], { minLength: 1 }),
      level: fc.constantFrom('error', 'warning', 'info', 'debug'),
      sampleRatio: fc.constantFrom(0, 0.3, 1),
      debugLines: fc.integer({ min: 1, max: 5 }),
      writeSeconds: fc.constantFrom(0, 0.002),
      destination: fc.constantFrom('local', 'shipped'),
      local: fc.record(
        { diskMegabytes: fc.constantFrom(0.002, 1), rotateEverySeconds: fc.constantFrom(0.7, 3) },
        { requiredKeys: ['diskMegabytes'] },
      ),
      shipped: fc.record({
        delaySeconds: fc.constantFrom(0, 0.5),
        megabytesPerSecond: fc.constantFrom(0.001, 1),
        bufferLines: fc.integer({ min: 1, max: 30 }),
      }),
    },
    { requiredKeys: ['nodes', 'level', 'destination'] },
  );

const durations = { forSeconds: fc.constantFrom(0, 0.5), keepFiringForSeconds: fc.constantFrom(0, 1) };

const alert = (service: string): fc.Arbitrary<Alert> =>
  fc.oneof<fc.Arbitrary<Alert>[]>(
    fc.record({
      kind: fc.constant('threshold' as const),
      metric: fc.constantFrom('users.failureRatio', `${service}.queueLength`, `${service}.latencySecondsP95`),
      comparison: fc.constantFrom('above' as const, 'below' as const),
      threshold: fc.constantFrom(0, 0.1, 1),
      ...durations,
    }),
    fc.record({
      kind: fc.constant('burn-rate' as const),
      node: fc.constantFrom('users', service),
      objectiveRatio: fc.constantFrom(0.5, 0.99),
      burnRate: fc.constantFrom(0.5, 2),
      longWindowSeconds: fc.constantFrom(1, 4),
      shortWindowSeconds: fc.constantFrom(0.3, 1),
      ...durations,
    }),
  );

/** Logs, metrics, alerts and somebody on call, for a system with these services; often nothing at all. */
export function arbitraryWatching(services: readonly string[]): fc.Arbitrary<Watching> {
  const metrics = {
    metricsCollection: fc.record(
      {
        scrapeIntervalSeconds: fc.constantFrom(0.2, 1),
        bucketBoundsSeconds: fc.constant([0.01, 0.1]),
        windowSeconds: fc.constantFrom(1, 3),
        retentionSeconds: fc.constant(5),
      },
      { requiredKeys: ['scrapeIntervalSeconds'] },
    ),
    alerts: fc.record({ one: alert(services[0]!), two: alert(services.at(-1)!) }),
  };
  const logging = fc.record({ log: log(services) });
  const onCall = fc.record({
    reactionSeconds: fc.constantFrom(0.3, 2),
    action: fc.constantFrom('restart' as const, 'free-disks' as const, 'none' as const),
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ logging }) },
    { weight: 1, arbitrary: fc.record({ logging, ...metrics, onCall }) },
  );
}
