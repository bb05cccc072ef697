import { describe, expect, it } from 'vitest';
import { run, type Fault, type Scenario } from '#sim-core';
import { deterministic, scenarioOf, serviceIn, usersAt, visitsTo } from '../small-scenarios.ts';

describe('a crash', () => {
  it('fails what the machine holds, refuses what comes, and leaves it empty', () => {
    const crash: Fault = { kind: 'crash', node: 'api', atSeconds: 2.5, forSeconds: 2 };
    const scenario = server([1, 1.2, 1.4, 3, 4, 5], { crash });
    const visits = visitsTo(scenario, 'api');
    expect(visits.map(({ startSeconds }) => startSeconds)).toEqual([1, 2, null, null, null, 5]);
    expect(visits.map(({ leaveSeconds }) => leaveSeconds)).toEqual([2, 2.5, 2.5, 3, 4, 6]);
    const result = run(scenario);
    expect(result.failures).toEqual([
      { node: 'api', cause: 'refused', count: 2 },
      { node: 'api', cause: 'crashed', count: 2 },
    ]);
    expect(result.events).toEqual([
      { atSeconds: 2.5, kind: 'crash', node: 'api', instance: 1 },
      { atSeconds: 4.5, kind: 'restart', node: 'api', instance: 1 },
    ]);
    expect(serviceIn(result, 'api').utilisation).toBeCloseTo(2.5 / 20, 12);
  });

  it('lasts until the end when nothing else is said', () => {
    const result = run(server([1, 5, 10], { crash: { kind: 'crash', node: 'api', atSeconds: 3 } }));
    expect(result.overall).toMatchObject({ served: 1, failed: 2 });
    expect(result.events.map(({ kind }) => kind)).toEqual(['crash']);
  });

  it('that overlaps another keeps the machine down until the last is over', () => {
    const result = run(
      server([3, 5, 7], {
        first: { kind: 'crash', node: 'api', atSeconds: 2, forSeconds: 2 },
        second: { kind: 'crash', node: 'api', atSeconds: 3.5, forSeconds: 3 },
      }),
    );
    expect(result.events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['crash', 2],
      ['restart', 6.5],
    ]);
    expect(result.overall).toMatchObject({ served: 1, failed: 2 });
  });

  it('strikes one machine when it says which, all otherwise', () => {
    const failed = (fault: Partial<Fault>): number[] =>
      serviceIn(
        run(
          server(
            [1, 1, 1, 3, 3, 3],
            { crash: { kind: 'crash', node: 'api', atSeconds: 2, ...fault } as Fault },
            3,
          ),
        ),
        'api',
      ).instances.map((machine) => machine.failed);
    expect(failed({ instance: 2 })).toEqual([0, 2, 0]);
    expect(failed({})).toEqual([2, 2, 2]);
    expect(failed({ enabled: false })).toEqual([0, 0, 0]);
  });

  it('happens before anything else of the same instant', () => {
    const crash: Fault = { kind: 'crash', node: 'api', atSeconds: 2, forSeconds: 1 };
    // The first would leave at 2, the second arrives at 2, the third just when it is back.
    expect(visitsTo(server([1, 2, 3], { crash }), 'api').map(({ outcome }) => outcome)).toEqual([
      ...['failed', 'failed', 'served'],
    ]);
  });

  it('of a caller leaves its calls running, with nobody to answer', () => {
    const scenario = chain({ crash: { kind: 'crash', node: 'web', atSeconds: 1, forSeconds: 1 } });
    const { traces, nodes, overall } = run(scenario, { traces: 10 });
    expect(traces[0]!.spans.map(({ node, outcome, leaveSeconds }) => [node, outcome, leaveSeconds])).toEqual([
      ['users', 'failed', 1],
      ['web', 'failed', 1],
      ['database', 'served', 3],
    ]);
    // The database is busy for the lost request; the next one has to wait.
    expect(traces[1]!.spans.at(-1)).toMatchObject({ arriveSeconds: 2, startSeconds: 3, leaveSeconds: 6 });
    expect([overall.served, nodes.database!.served]).toEqual([1, 2]);
  });

  it('of a callee fails its callers at once', () => {
    const scenario = chain({ crash: { kind: 'crash', node: 'database', atSeconds: 1, forSeconds: 0.5 } });
    const { traces } = run(scenario, { traces: 10 });
    expect(traces.map(({ outcome, leaveSeconds }) => [outcome, leaveSeconds])).toEqual([
      ['failed', 1],
      ['served', 5],
    ]);
    expect(traces[0]!.failure).toEqual({ node: 'database', cause: 'crashed' });
  });
});

function server(timesSeconds: readonly number[], faults: Record<string, Fault>, instances = 1): Scenario {
  return scenarioOf(
    20,
    {
      users: usersAt(timesSeconds, 'api'),
      api: { kind: 'service', instances, serviceTime: deterministic(1) },
    },
    { faults },
  );
}

/** Requests at 0 and 2 s to a web server whose database takes 3 s. */
function chain(faults: Record<string, Fault>): Scenario {
  return scenarioOf(
    20,
    {
      users: usersAt([0, 2], 'web'),
      web: { kind: 'service', plan: [{ call: 'database' }] },
      database: { kind: 'service', serviceTime: deterministic(3) },
    },
    { faults },
  );
}
