import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { arbitraryScenario } from '../arbitrary-scenario.ts';
import { casesOf } from '../always.ts';
import { deterministic, exponential, poissonUsers, scenarioOf, upTo, usersAt } from '../small-scenarios.ts';

const chain: Scenario = scenarioOf(10, {
  users: { ...usersAt([1, 1.5, 8], 'balancer'), classes: { page: { share: 1 } } },
  balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'round-robin' } },
  web: { kind: 'service', instances: 2, plan: [{ work: deterministic(0.5) }, { call: 'database' }] },
  database: { kind: 'service', queueLimit: 0, serviceTime: deterministic(2) },
});

describe('a trace', () => {
  it('holds the whole journey of a request', () => {
    const [served, failed, late] = run(chain, { traces: 10 }).traces;
    expect(served).toEqual({
      ...{ request: 0, requestClass: 'page', client: 0, arriveSeconds: 1, leaveSeconds: 3.5 },
      ...{ outcome: 'served', failure: null },
      spans: [
        {
          node: 'users',
          instance: 0,
          parent: -1,
          arriveSeconds: 1,
          startSeconds: null,
          leaveSeconds: 3.5,
          outcome: 'served',
        },
        {
          node: 'balancer',
          instance: 1,
          parent: 0,
          arriveSeconds: 1,
          startSeconds: 1,
          leaveSeconds: 3.5,
          outcome: 'served',
        },
        {
          node: 'web',
          instance: 1,
          parent: 1,
          arriveSeconds: 1,
          startSeconds: 1,
          leaveSeconds: 3.5,
          outcome: 'served',
        },
        {
          node: 'database',
          instance: 1,
          parent: 2,
          arriveSeconds: 1.5,
          startSeconds: 1.5,
          leaveSeconds: 3.5,
          outcome: 'served',
        },
      ],
    });
    expect(failed).toMatchObject({
      outcome: 'failed',
      failure: { node: 'database', cause: 'queue-full' },
      leaveSeconds: 2,
    });
    expect(failed!.spans[3]).toMatchObject({ startSeconds: null, leaveSeconds: 2, outcome: 'failed' });
    expect(late).toMatchObject({ outcome: 'in-flight', failure: null, leaveSeconds: null });
    expect(late!.spans[3]).toMatchObject({ startSeconds: 8.5, leaveSeconds: null, outcome: 'in-flight' });
  });

  it('begins and ends within that of its caller, whatever the scenario', () => {
    for (const scenario of casesOf(arbitraryScenario, 100)) {
      // Elsewhere a call may go on for nobody: beyond a quorum, after a timeout, behind a queue …
      const allWait = !/"(need|policy|cache|cdn|database|queue|external-api)":/.test(
        JSON.stringify(scenario).replace(/"policy":{"kind"/g, ''),
      );
      for (const { spans } of run(scenario, { traces: 100 }).traces) {
        for (const { parent, arriveSeconds, startSeconds, leaveSeconds, outcome } of spans) {
          const end = leaveSeconds ?? Infinity;
          expect(startSeconds ?? arriveSeconds).toBeGreaterThanOrEqual(arriveSeconds);
          expect(end).toBeGreaterThanOrEqual(startSeconds ?? arriveSeconds);
          expect(outcome === 'in-flight').toBe(leaveSeconds === null);
          if (parent < 0) continue;
          const caller = spans[parent]!;
          expect(arriveSeconds).toBeGreaterThanOrEqual(caller.arriveSeconds);
          // A crash of the caller lets a call outlive it.
          if (caller.outcome !== 'failed' && allWait)
            expect(end).toBeLessThanOrEqual(caller.leaveSeconds ?? Infinity);
        }
      }
    }
  });

  it('is of a sample of the requests, spread evenly, the same ones each time', () => {
    const many = scenarioOf(100, {
      users: poissonUsers(100, 'api'),
      api: { kind: 'service', instances: 4, serviceTime: exponential(0.001) },
    });
    const { traces } = run(many, { traces: 400 });
    const machines = traces.map(({ spans }) => spans[1]!.instance);
    const firstHalf = traces.filter(({ arriveSeconds }) => arriveSeconds < 50);
    // Five standard deviations of a binomial.
    expect(Math.abs(traces.length - 400)).toBeLessThan(5 * Math.sqrt(400));
    expect(Math.abs(firstHalf.length - traces.length / 2)).toBeLessThan(5 * Math.sqrt(100));
    for (const machine of [1, 2, 3, 4]) {
      const count = machines.filter((each) => each === machine).length;
      expect(Math.abs(count - 100)).toBeLessThan(5 * Math.sqrt(75));
    }
    const others = run(many, { traces: 400, seed: 2 }).traces.slice(0, 300);
    expect(others.map(({ request }) => request)).toEqual(traces.slice(0, 300).map(({ request }) => request));
  });

  it('is of about as many requests as asked for, however unevenly a recording spreads them', () => {
    const timesSeconds = [...upTo(5000).map((i) => i / 1000), 1e9];
    const recorded = scenarioOf(100, {
      users: usersAt(timesSeconds, 'api'),
      api: { kind: 'service', serviceTime: exponential(0.001) },
    });
    expect(Math.abs(run(recorded, { traces: 100 }).traces.length - 100)).toBeLessThan(50);
    expect(run(recorded, { traces: 5000 }).traces.length).toBe(5000);
    expect(run(recorded).traces).toEqual([]);
  });
});

describe('hops', () => {
  it('are the visits of all nodes but the users, a row each', () => {
    const { traces, hops } = run(chain, { traces: 10, hops: 10 });
    const { every, nodes, ...columns } = hops!;
    expect(every).toBe(1);
    expect(nodes).toEqual(['users', 'balancer', 'web', 'database']);
    const visits = traces.flatMap(({ request, spans }) =>
      spans.slice(1).map((span) => ({
        request,
        from: nodes.indexOf(spans[span.parent]!.node),
        fromInstance: spans[span.parent]!.instance,
        to: nodes.indexOf(span.node),
        toInstance: span.instance,
        leaveSeconds: span.arriveSeconds,
        arriveSeconds: span.arriveSeconds,
        startSeconds: span.startSeconds ?? -1,
        leftSeconds: span.leaveSeconds ?? -1,
        answerSeconds: span.leaveSeconds ?? -1,
        outcome: ['in-flight', 'served', 'failed'].indexOf(span.outcome),
      })),
    );
    const rows = upTo(columns.request.length).map((row) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]])),
    );
    expect(rows).toHaveLength(visits.length);
    expect(rows).toEqual(expect.arrayContaining(visits));
    expect(Array.from(columns.arriveSeconds)).toEqual(
      Array.from(columns.arriveSeconds).toSorted((a, b) => a - b),
    );
  });

  it('are null unless asked for', () => {
    expect(run(chain).hops).toBeNull();
  });
});
