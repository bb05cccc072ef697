import { describe, expect, it } from 'vitest';
import { run, type CallPolicy, type Scenario } from '#sim-core';
import {
  hedgedExponentialSecondsMean,
  hedgedExtraRequestsMean,
  retryAttemptsMean,
  retryAttemptsMeanNested,
  retryFailureProbability,
} from '#theory';
import { expectInside } from '../expect-inside.ts';
import { deterministic, exponential, poissonUsers, scenarioOf, upTo, usersAt } from '../small-scenarios.ts';

/** A balancer that knows nothing of health, before ten machines, so many of which are down. */
function failing(tenths: number, attempts: number): Scenario {
  return scenarioOf(
    2000,
    {
      users: { ...poissonUsers(50, 'balancer'), policy: { retries: { attempts } } },
      balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'random' } },
      web: { kind: 'service', instances: 10, cores: 10, serviceTime: deterministic(0.001) },
    },
    {
      faults: Object.fromEntries(
        upTo(tenths).map((i) => [
          `fault-${i}`,
          { kind: 'crash', node: 'web', instance: i + 1, atSeconds: 0 } as const,
        ]),
      ),
    },
  );
}

describe('retries of attempts that fail independently', () => {
  it.each([1, 5, 10])('cost Σ pⁱ attempts a request: p = %d/10', (tenths) => {
    const { callers, overall } = run(failing(tenths, 4));
    const { calls, attempts } = callers!['users>balancer']!;
    const theory = retryAttemptsMean(tenths / 10, 3);
    expect(Math.abs(attempts / calls / theory - 1)).toBeLessThan(0.01);
    const lost = retryFailureProbability(tenths / 10, 3);
    expect(Math.abs(overall.failureRatio! - lost)).toBeLessThan(
      4 * Math.sqrt((lost * (1 - lost)) / calls) + 1e-4,
    );
  });

  it.each([1, 3, 5])('in %d layers multiply: (1 + r)^L when everything fails', (layers) => {
    const policy: CallPolicy = { retries: { attempts: 3 } };
    const result = run(
      scenarioOf(
        10,
        {
          users: { ...usersAt([1], 'layer-1'), ...(layers >= 1 && { policy }) },
          ...Object.fromEntries(
            upTo(layers - 1).map((i) => [
              `layer-${i + 1}`,
              { kind: 'service', plan: [{ call: `layer-${i + 2}`, policy }] } as const,
            ]),
          ),
          [`layer-${layers}`]: { kind: 'service', serviceTime: deterministic(1) },
        },
        { faults: { down: { kind: 'crash', node: `layer-${layers}`, atSeconds: 0 } } },
      ),
    );
    const arrived = result.nodes[`layer-${layers}`]!.arrived;
    expect(arrived).toBe(retryAttemptsMeanNested(1, 2, layers));
    expect(result.overall.failed).toBe(1);
  });
});

describe('hedged calls to a callee that never queues', () => {
  const meanSeconds = 0.1;
  const hedged = (hedgeAfterSeconds: number): Scenario =>
    scenarioOf(300, {
      users: { ...poissonUsers(50, 'web'), policy: { hedgeAfterSeconds } },
      web: { kind: 'service', cores: 1000, serviceTime: exponential(meanSeconds) },
    });

  it.each([0, 0.1, 0.3])('take the mean time of theory, after %d s', (after) => {
    expectInside(hedged(after), {
      'overall.latencySecondsMean': hedgedExponentialSecondsMean(meanSeconds, after),
    });
  });

  it.each([0, 0.1, 0.3])('cost as many requests more as theory says, after %d s', (after) => {
    const { calls, hedges } = run(hedged(after)).callers!['users>web']!;
    const extra = hedgedExtraRequestsMean((seconds) => Math.exp(-seconds / meanSeconds), after);
    expect(Math.abs(hedges / calls - extra)).toBeLessThan(
      4 * Math.sqrt((extra * (1 - extra)) / calls) + 1e-3,
    );
  });
});
