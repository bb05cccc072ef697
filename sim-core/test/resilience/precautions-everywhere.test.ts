import { describe, expect, it } from 'vitest';
import { run, type CallPolicy } from '#sim-core';
import { deterministic, scenarioOf, upTo, usersAt } from '../small-scenarios.ts';
import { asking } from './asking.ts';

describe('precautions everywhere', () => {
  it('are no more kinds of events than a run has room for, and no deeper recursion', () => {
    const policy: CallPolicy = { timeoutSeconds: 5, hedgeAfterSeconds: 9, maximumConcurrent: 1 };
    const ids = upTo(996).map((i) => `layer-${i}`);
    const result = run(
      scenarioOf(10, {
        users: { ...usersAt([1], 'layer-0'), policy },
        ...Object.fromEntries(
          ids.map((id, i) => {
            const leaf = { call: 'leaf', policy, probability: 0 };
            const steps = [leaf, leaf, { call: ids[i + 1] ?? 'leaf', policy: { timeoutSeconds: 5 } }];
            return [id, { kind: 'service', plan: steps } as const];
          }),
        ),
        leaf: { kind: 'service', serviceTime: deterministic(1) },
      }),
    );
    expect(result.overall.latencySecondsMaximum).toBe(1);
    expect(Object.keys(result.callers!)).toHaveLength(3 * 996 + 1);
    expect(result.callers!['layer-995>leaf:2']).toMatchObject({ calls: 0 });
    expect(result.callers!['layer-995>leaf:3']).toMatchObject({ calls: 1, served: 1 });
  });

  it('change nothing where nothing goes wrong', () => {
    const generous: CallPolicy = {
      timeoutSeconds: 100,
      retries: { attempts: 5, budget: {} },
      circuitBreaker: {},
      maximumConcurrent: 100,
      hedgeAfterSeconds: 50,
      idempotencyKey: true,
    };
    const times = upTo(100).map((i) => i / 5);
    const [without, withAll] = [{}, generous].map((policy) =>
      run(asking(policy, { requestClasses: { request: { writes: true } } }, times), { traces: 100 }),
    );
    const { callers, eventsProcessed, ...rest } = withAll!;
    expect(rest).toEqual({ ...without, eventsProcessed: undefined });
    expect(callers!['api>database']).toMatchObject({ calls: 100, served: 100, attempts: 100 });
    expect(eventsProcessed).toBeLessThan(without!.eventsProcessed + 5);
  });
});
