import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { deterministic, poissonUsers, scenarioOf, usersAt } from '../small-scenarios.ts';

const across = (connection: object, timesSeconds: readonly number[]): Scenario =>
  scenarioOf(
    20,
    {
      users: usersAt([...timesSeconds], 'gateway'),
      gateway: { kind: 'service', workers: 10, plan: [{ call: 'api' }] },
      api: { kind: 'service', cores: 5, serviceTime: deterministic(1) },
    },
    {
      requestClasses: { request: { requestBytes: 500, responseBytes: 1000 } },
      links: {
        ocean: {
          from: 'gateway',
          to: 'api',
          latencySeconds: deterministic(0.25),
          bandwidthBytesPerSecond: 1000,
          connection,
        },
      },
    },
  );

/** Phases of each request as `connect 0-0.5`, from its own arrival on. */
const phases = (scenario: Scenario): string[][] =>
  run(scenario, { traces: 100, details: true }).traces.map(({ arriveSeconds, links }) =>
    links!.flatMap((journey) =>
      journey.phases.map(({ phase, startSeconds, endSeconds }) =>
        [phase, startSeconds - arriveSeconds, (endSeconds ?? NaN) - arriveSeconds].join(' '),
      ),
    ),
  );

describe('details of traces', () => {
  it('say phase by phase what a call spends on a link', () => {
    expect(phases(across({ setUpRoundTrips: 3, maximum: 1 }, [1, 2, 10]))).toEqual([
      ['connect 0 0.5', 'secure 0.5 1.5', 'request 1.5 2.25', 'response 3.25 4.5'],
      // Waits until the only connection is free.
      ['wait 0 3.5', 'request 3.5 4.25', 'response 5.25 6.5'],
      ['request 0 0.75', 'response 1.75 3'],
    ]);
    expect(phases(across({ setUpRoundTrips: 1 }, [1]))[0]![0]).toBe('connect 0 0.5');
  });

  it('are null where the run ends first, and point to the span that calls', () => {
    const result = run(across({ setUpRoundTrips: 0 }, [19.5]), { traces: 10, details: true });
    const [trace] = result.traces;
    expect(trace!.links).toEqual([
      { link: 'ocean', parent: 1, phases: [{ phase: 'request', startSeconds: 19.5, endSeconds: null }] },
    ]);
    expect(trace!.spans[1]!.node).toBe('gateway');
  });

  it('come only when they are asked for, and change nothing else', () => {
    const scenario = across({ setUpRoundTrips: 2 }, [1, 2, 3]);
    const plain = run(scenario, { traces: 10 });
    const { traces, ...rest } = run(scenario, { traces: 10, details: true });
    expect({ ...rest, traces: traces.map((trace) => ({ ...trace, links: undefined })) }).toEqual(plain);
    expect(plain.traces[0]).not.toHaveProperty('links');
    expect(() => run(scenario, { details: 1 } as never)).toThrow(
      'run options: details is 1; expected true or false',
    );
  });
});

describe('details over time', () => {
  const scenario = scenarioOf(
    60,
    {
      users: { ...poissonUsers(50, 'api'), keys: { kind: 'uniform', keys: 100 } },
      api: { kind: 'service', instances: 2, serviceTime: deterministic(0.001) },
      writers: { ...poissonUsers(20, 'database'), classes: { write: { share: 1 } } },
      database: {
        kind: 'database',
        readTime: deterministic(0.001),
        replicas: 1,
        replication: { kind: 'asynchronous', lag: deterministic(0.3), replay: false },
      },
    },
    {
      requestClasses: { write: { writes: true } },
      logging: {
        lines: { nodes: ['api'], level: 'info', destination: 'local', local: { diskMegabytes: 1 } },
      },
    },
  );
  const { series } = run(scenario, { details: true, seriesBuckets: 6 });

  it('show how far replicas lag, and how full disks get', () => {
    const { replicationLagSecondsMean } = series.nodes.database!;
    expect(replicationLagSecondsMean).toHaveLength(6);
    for (const lag of replicationLagSecondsMean!) expect(lag).toBeCloseTo(0.3, 2);
    const { diskUseRatio } = series.nodes.api!;
    // 25 lines a second of 200 bytes on each of two disks, of a megabyte: 5,000 lines.
    expect(diskUseRatio![5]).toBeCloseTo((25 * 60) / 5000, 1);
    expect(diskUseRatio!.toSorted((a, b) => a - b)).toEqual(diskUseRatio);
  });

  it('are left out where nothing is copied or kept', () => {
    expect(series.nodes.api).not.toHaveProperty('replicationLagSecondsMean');
    expect(series.nodes.database).not.toHaveProperty('diskUseRatio');
    expect(run(scenario).series.nodes.api).not.toHaveProperty('diskUseRatio');
  });
});
