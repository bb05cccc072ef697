import type { Arrivals, CallPolicy } from '#sim-core';
import { deterministic } from '../small-scenarios.ts';
import type { Refusal } from './refusals.ts';

const POLICY = 'nodes.users.policy';
const ARRIVALS = 'nodes.users.arrivals';

/** A policy of the users of the valid scenario, and what is said of one of its keys. */
function ofPolicy(policy: object, key: string, said: string): Refusal {
  return [POLICY, policy, `users "users": policy.${key} ${said}`, `${POLICY}.${key}`];
}

function ofRetries(retries: object, key: string, said: string): Refusal {
  return ofPolicy({ retries: { attempts: 3, ...retries } }, `retries.${key}`, said);
}

function ofBreaker(circuitBreaker: object, key: string, said: string): Refusal {
  return ofPolicy({ circuitBreaker }, `circuitBreaker.${key}`, said);
}

function closed(users: number, thinkSeconds: number): Arrivals {
  return { kind: 'closed', users, thinkTime: deterministic(thinkSeconds) };
}

const zealous: CallPolicy = { retries: { attempts: 100 }, hedgeAfterSeconds: 1 };

export const policyRefusals: Refusal[] = [
  ofPolicy({ timeoutSeconds: 0 }, 'timeoutSeconds', 'is 0; expected a number above 0 up to 31536000'),
  ofPolicy({ retries: {} }, 'retries.attempts', 'is missing; expected an integer from 1 to 100'),
  ofRetries({ attempts: 0 }, 'attempts', 'is 0; expected an integer from 1 to 100'),
  ofRetries({ backoff: { kind: 'linear' } }, 'backoff.kind', 'is "linear"; expected "fixed", "exponential"'),
  ofRetries(
    { backoff: { kind: 'fixed', waitSeconds: 1, jitter: 'decorrelated' } },
    'backoff.jitter',
    'is "decorrelated"; expected "none", "full", "equal"',
  ),
  ofRetries(
    { backoff: { kind: 'exponential', baseSeconds: 2, capSeconds: 1 } },
    'backoff.capSeconds',
    'is 1; expected at least baseSeconds, 2',
  ),
  ofRetries(
    { budget: { burstRetries: 0 } },
    'budget.burstRetries',
    'is 0; expected a number from 1 to 1000000',
  ),
  ofBreaker({ failureRatio: 0 }, 'failureRatio', 'is 0; expected a number above 0 up to 1'),
  ofBreaker({ probes: 0 }, 'probes', 'is 0; expected an integer from 1 to 10000'),
  ofBreaker({ window: { kind: 'share' } }, 'window.kind', 'is "share"; expected "count", "time"'),
  ofPolicy({ maximumConcurrent: 0 }, 'maximumConcurrent', 'is 0; expected an integer from 1 to 1000000'),
  ofPolicy({ hedging: 1 }, 'hedging', expectedKeys()),
  [
    ARRIVALS,
    closed(0, 1),
    'users "users": arrivals.users is 0; expected an integer from 1 to 1000000',
    `${ARRIVALS}.users`,
  ],
  [
    ARRIVALS,
    closed(1_000_000, 0),
    'scenario: durationSeconds is 100, which makes some 1.00e+11 requests; expected at most 1000000000',
    'durationSeconds',
  ],
  [
    'nodes',
    chainOf(5),
    'scenario: durationSeconds is 100, which makes some 1.61e+12 visits of requests to nodes if all is tried again; expected at most 10000000000',
    'durationSeconds',
  ],
];

function expectedKeys(): string {
  return 'is not a known key; expected timeoutSeconds, retries, circuitBreaker, maximumConcurrent, hedgeAfterSeconds, idempotencyKey';
}

/** Each layer asks the next two hundred times. */
function chainOf(layers: number): object {
  const names = Array.from({ length: layers }, (_, i) => `layer-${i + 1}`);
  return Object.fromEntries([
    ['users', { kind: 'users', target: 'layer-1', arrivals: { kind: 'constant', ratePerSecond: 10 } }],
    // The valid scenario has a fault that strikes it.
    ['web', { kind: 'service', instances: 2, serviceTime: deterministic(1) }],
    ...names.map((name, i) => [
      name,
      i + 1 === layers
        ? { kind: 'service', serviceTime: deterministic(1) }
        : { kind: 'service', plan: [{ call: names[i + 1]!, policy: zealous }] },
    ]),
  ]) as object;
}
