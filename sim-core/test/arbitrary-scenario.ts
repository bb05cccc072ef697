import fc from 'fast-check';
import type { BalancingPolicy, CallPolicy, Fault, PlanStep, Scenario, ScenarioNode } from '#sim-core';
import { arrivals } from './arbitrary-arrivals.ts';
import { distribution, milliseconds } from './arbitrary-distribution.ts';
import { fitting, machines } from './arbitrary-machines.ts';
import { arbitraryDatabase, arbitraryObjectStorage } from './arbitrary-storage.ts';
import { cache, cdn } from './arbitrary-copies.ts';
import { arbitraryWatching } from './arbitrary-watching.ts';
import { upTo } from './small-scenarios.ts';

export const DURATION_SECONDS = 10;

/** Times up to so many milliseconds, in seconds; often 0. */
export const policy: fc.Arbitrary<BalancingPolicy> = fc.oneof<fc.Arbitrary<BalancingPolicy>[]>(
  fc.constantFrom<BalancingPolicy>(
    ...(['random', 'round-robin', 'least-connections', 'least-latency', 'sticky'] as const).map((kind) => ({
      kind,
    })),
  ),
  fc.record({ kind: fc.constant('weighted' as const), weights: fc.tuple(fc.constantFrom(0.5, 1, 7)) }),
  fc.record({
    kind: fc.constant('power-of-d-choices' as const),
    choices: fc.integer({ min: 1, max: 4 }),
    withReplacement: fc.boolean(),
  }),
);

const callPolicy: fc.Arbitrary<CallPolicy> = fc.record(
  {
    timeoutSeconds: fc.constantFrom(0.01, 0.05, 0.5),
    retries: fc.record(
      {
        attempts: fc.integer({ min: 1, max: 4 }),
        backoff: fc.oneof(
          fc.record({
            kind: fc.constant('fixed' as const),
            waitSeconds: fc.constantFrom(0, 0.05),
            jitter: fc.constantFrom('none' as const, 'full' as const),
          }),
          fc.record({
            kind: fc.constant('exponential' as const),
            baseSeconds: fc.constant(0.02),
            capSeconds: fc.constant(0.1),
            jitter: fc.constantFrom('equal' as const, 'decorrelated' as const),
          }),
        ),
        budget: fc.constantFrom({}, { retryRatio: 0, minimumRetriesPerSecond: 1, burstRetries: 5 }),
      },
      { requiredKeys: ['attempts'] },
    ),
    circuitBreaker: fc.constantFrom(
      { window: { kind: 'count', calls: 10 }, openSeconds: 0.5, probes: 2 } as const,
      { window: { kind: 'time', seconds: 1 }, minimumCalls: 5, openSeconds: 0, probes: 1 } as const,
    ),
    maximumConcurrent: fc.constantFrom(1, 3),
    hedgeAfterSeconds: fc.constantFrom(0, 0.03),
    idempotencyKey: fc.boolean(),
  },
  { requiredKeys: [] },
);

const plan = (callable: readonly string[]): fc.Arbitrary<PlanStep[]> => {
  const on = fc.constantFrom(undefined, 'cpu' as const, 'disk' as const);
  const work = fc
    .tuple(distribution(60), on)
    .map(([drawn, device]): PlanStep => ({ work: drawn, ...(device && { on: device }) }));
  if (callable.length === 0) return fc.array(work, { minLength: 1, maxLength: 3 });
  const call = fc.constantFrom(...callable);
  const times = fc.constantFrom(1, 2);
  const flags = { probability: fc.constantFrom(0, 0.5), optional: fc.boolean() };
  const policy = fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, callPolicy);
  const inTurn = fc
    .record({ call, times, policy, ...flags }, { requiredKeys: ['call'] })
    .map((step): PlanStep => withoutUndefined(step));
  const several = fc.array(
    fc.record({ call, times, policy }).map((step) => withoutUndefined(step)),
    { minLength: 1, maxLength: 3 },
  );
  const sideBySide = fc
    .tuple(several, fc.constantFrom(1, undefined))
    .map(([parallel, need]): PlanStep => ({ parallel, ...(need && { need }) }));
  return fc.array(fc.oneof<fc.Arbitrary<PlanStep>[]>(work, inTurn, sideBySide), {
    minLength: 1,
    maxLength: 3,
  });
};

const service = (callable: readonly string[]): fc.Arbitrary<ScenarioNode> =>
  fc
    .record(
      {
        kind: fc.constant('service' as const),
        plan: plan(callable),
        instances: fc.integer({ min: 1, max: 4 }),
        cores: fc.integer({ min: 1, max: 3 }),
        workers: fc.integer({ min: 1, max: 6 }),
        queueLimit: fc.constantFrom(0, 1, 5, 100),
        speed: fc.constantFrom(0.5, 1, 2),
        ...machines,
      },
      { requiredKeys: ['kind', 'plan'] },
    )
    .map(fitting);

const balancer = (targets: readonly string[]): fc.Arbitrary<ScenarioNode> =>
  fc
    .record(
      {
        kind: fc.constant('load-balancer' as const),
        targets: fc.shuffledSubarray([...targets], { minLength: 1 }),
        policy,
        healthCheck: fc.record(
          {
            intervalSeconds: fc.constantFrom(0.1, 0.5),
            unhealthyThreshold: fc.integer({ min: 1, max: 3 }),
            timeoutSeconds: fc.constantFrom(0.05, 1),
          },
          { requiredKeys: ['intervalSeconds'] },
        ),
        instances: fc.integer({ min: 1, max: 3 }),
        failoverSeconds: fc.constantFrom(0, 0.5),
        connectionsPerMachine: fc.integer({ min: 1, max: 4 }),
        queueLimit: fc.constantFrom(0, 1, 50),
        queueTimeoutSeconds: fc.constantFrom(0.05, 1),
      },
      { requiredKeys: ['kind', 'targets', 'policy'] },
    )
    .map((node): ScenarioNode => {
      if (node.connectionsPerMachine !== undefined) return node;
      // Only where such a limit makes requests wait.
      const { queueLimit: _, queueTimeoutSeconds: __, ...rest } = node;
      return rest;
    });

const queue = (target: string): fc.Arbitrary<ScenarioNode> =>
  fc.record(
    {
      kind: fc.constant('queue' as const),
      target: fc.constant(target),
      consumers: fc.integer({ min: 1, max: 5 }),
      capacity: fc.constantFrom(1, 10, 1000),
      putTime: distribution(20),
      visibilityTimeoutSeconds: fc.constantFrom(0.05, 1),
      redeliveryDelaySeconds: fc.constantFrom(0, 0.2),
      maximumDeliveries: fc.integer({ min: 1, max: 4 }),
      durable: fc.boolean(),
    },
    { requiredKeys: ['kind', 'target'] },
  );

const externalApi: fc.Arbitrary<ScenarioNode> = fc.record(
  {
    kind: fc.constant('external-api' as const),
    latency: distribution(200),
    concurrency: fc.integer({ min: 1, max: 4 }),
    errorProbability: fc.constantFrom(0, 0.2, 1),
    rateLimit: fc.record(
      { ratePerSecond: fc.integer({ min: 1, max: 60 }), burst: fc.integer({ min: 1, max: 9 }) },
      { requiredKeys: ['ratePerSecond'] },
    ),
    idempotency: fc.boolean(),
    dollarsPerThousandCalls: fc.constantFrom(0, 3),
  },
  { requiredKeys: ['kind', 'latency'] },
);

const users = (target: string): fc.Arbitrary<ScenarioNode> =>
  fc.record(
    {
      kind: fc.constant('users' as const),
      target: fc.constant(target),
      arrivals,
      classes: fc.constant({ page: { share: 3 }, search: { share: 1 } }),
      clients: fc.record({ count: fc.integer({ min: 1, max: 50 }), skew: fc.constantFrom(0, 1) }),
      keys: fc.constantFrom(
        { kind: 'zipf' as const, keys: 30, skew: 1 },
        { kind: 'uniform' as const, keys: 5 },
      ),
      policy: callPolicy,
    },
    { requiredKeys: ['kind', 'target', 'arrivals'] },
  );

const outage = (node: string): fc.Arbitrary<Fault> =>
  fc.record(
    {
      kind: fc.constant('outage' as const),
      node: fc.constant(node),
      mode: fc.constantFrom('errors' as const, 'hangs' as const, 'slow' as const),
      atSeconds: milliseconds(DURATION_SECONDS * 1000),
      forSeconds: fc.integer({ min: 1, max: 5 }),
      factor: fc.constantFrom(1, 3),
    },
    { requiredKeys: ['kind', 'node', 'mode', 'atSeconds'] },
  );

const fault = (breakable: readonly string[]): fc.Arbitrary<Fault> => {
  const struck = {
    node: fc.constantFrom(...breakable),
    atSeconds: milliseconds(DURATION_SECONDS * 1000),
    forSeconds: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  };
  return fc
    .oneof(
      fc.record({ kind: fc.constant('crash' as const), ...struck, instance: fc.constantFrom(1, undefined) }),
      fc.record({ kind: fc.constant('slow-down' as const), ...struck, speed: fc.constantFrom(0.01, 0.5, 1) }),
      fc.record({
        kind: fc.constant('random-failures' as const),
        ...struck,
        meanTimeToFailureSeconds: fc.constantFrom(1, 5),
        meanTimeToRepairSeconds: fc.constantFrom(0.1, 2),
      }),
    )
    .filter(
      ({ kind, node }) =>
        kind === 'crash' ||
        (kind === 'random-failures'
          ? /^(service-|balancer)/.test(node)
          : !['balancer', 'queue', 'cdn'].includes(node)),
    );
};

/** Nodes that only some scenarios have, and any service may call. */
const leaves: Readonly<Record<string, fc.Arbitrary<ScenarioNode>>> = {
  api: externalApi,
  database: arbitraryDatabase(distribution),
  'object-storage': arbitraryObjectStorage(distribution),
};

/** The same, which stand before the last service. */
const before: Readonly<Record<string, (target: string) => fc.Arbitrary<ScenarioNode>>> = {
  queue,
  cache: (target) => cache(target, distribution(20)),
  cdn: (target) => cdn(target, distribution(20)),
};

const some = (kinds: object): fc.Arbitrary<string[]> =>
  fc.oneof(fc.constant<string[]>([]), fc.subarray(Object.keys(kinds), { minLength: 1 }));

/**
 * A valid scenario of a few hundred requests: users before one to four services that call
 * one another down a row, with a balancer before the last two or without, and faults; some
 * with nodes of other kinds beside the row.
 */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean(), some(leaves), some(before))
  .chain(([count, balanced, many, leafIds, beforeIds]) => {
    const ids = upTo(count).map((i) => `service-${i}`);
    const last = ids.at(-1)!;
    const behind = balanced ? ids.slice(-2) : [];
    const services = ids.map((id, i) => {
      const after = [...ids.slice(i + 1), ...leafIds, ...(id === last ? [] : beforeIds)];
      return [id, service(balanced && !behind.includes(id) ? [...after, 'balancer'] : after)] as const;
    });
    const target = balanced && count < 3 ? 'balancer' : ids[0]!;
    const databases = leafIds.filter((id) => id === 'database');
    const breakable = [...ids, ...(balanced ? ['balancer'] : []), ...beforeIds, ...databases];
    const anyFault = leafIds.includes('api') ? fc.oneof(fault(breakable), outage('api')) : fault(breakable);
    const system = fc.record({
      version: fc.constant(1 as const),
      durationSeconds: fc.constant(DURATION_SECONDS),
      warmUpSeconds: fc.constantFrom(0, 1, 2.5),
      seed: fc.integer({ min: 0, max: 1_000_000 }),
      nodes: fc.record({
        users: users(target),
        ...(many ? { more: users(last) } : {}),
        ...(balanced ? { balancer: balancer(behind) } : {}),
        ...Object.fromEntries(leafIds.map((id) => [id, leaves[id]!])),
        ...Object.fromEntries(beforeIds.map((id) => [id, before[id]!(last)])),
        ...Object.fromEntries(services),
      }),
      requestClasses: fc.constantFrom<NonNullable<Scenario['requestClasses']>>(
        {},
        { search: { writes: true } },
        { page: { writes: true }, request: { writes: true } },
      ),
      faults: fc.dictionary(fc.constantFrom('one', 'two', 'three'), anyFault, { maxKeys: 3 }),
    });
    return fc.tuple(system, arbitraryWatching(ids)).map(([parts, watching]) => ({ ...parts, ...watching }));
  });

/** Keys that were left out, left out. */
function withoutUndefined<T extends object>(source: T): T {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as T;
}
