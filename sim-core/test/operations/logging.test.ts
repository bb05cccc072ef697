import { describe, expect, it } from 'vitest';
import { run, type Log, type LogEntry, type LogMetrics, type RunResult, type Scenario } from '#sim-core';
import { mg1WaitingSecondsMean } from '#theory';
import { deterministic, poissonUsers, scenarioOf, serviceIn, upTo, usersAt } from '../small-scenarios.ts';

const info: Log = { nodes: ['api'], level: 'info', writeSeconds: 0, destination: 'local' };

describe('writing lines', () => {
  it('is work for the machine: as much as there are lines, to the last one', () => {
    for (const sampleRatio of [0, 0.1, 0.25, 1]) {
      const result = run(logged({ ...info, sampleRatio, writeSeconds: 0.01 }, upTo(1000)));
      const { written } = logIn(result);
      // The last line is owed when the run ends.
      const busySeconds = serviceIn(result, 'api').utilisation * 1100;
      const lastIsWritten = run(logged({ ...info, sampleRatio }, upTo(999)));
      const paid = logIn(lastIsWritten).written;
      expect(busySeconds).toBeCloseTo(1000 * 0.5 + paid * 0.01, 6);
      expect(Math.abs(written - 1000 * sampleRatio)).toBeLessThanOrEqual(
        4 * Math.sqrt(1000 * sampleRatio * (1 - sampleRatio)),
      );
    }
  });

  it('makes queues longer, as any work does', () => {
    const scenario = scenarioOf(
      50_000,
      {
        users: poissonUsers(12, 'api'),
        api: { kind: 'service', serviceTime: deterministic(0.05) },
      },
      { warmUpSeconds: 1000, logging: { log: { ...info, writeSeconds: 0.02 } } },
    );
    const waiting = mg1WaitingSecondsMean({
      arrivalRatePerSecond: 12,
      serviceSecondsMean: 0.07,
      serviceCoefficientOfVariation: 0,
    });
    const { utilisation, waitingSecondsMean } = serviceIn(run(scenario), 'api');
    expect(utilisation).toBeCloseTo(12 * 0.07, 2);
    expect(Math.abs(waitingSecondsMean! / waiting - 1)).toBeLessThan(0.05);
  });

  it('follows the level', () => {
    const written = (level: Log['level']): number =>
      logIn(run(failing({ ...info, level, debugLines: 7 }))).written;
    // Three requests: one is served, one fails in the database, one is refused by a full queue.
    expect(['error', 'warning', 'info', 'debug'].map((level) => written(level as Log['level']))).toEqual([
      2,
      2,
      3,
      3 + 3 * 7,
    ]);
  });

  it('tells what happened: who, when, where and why', () => {
    const entries = run(failing({ ...info, level: 'debug', debugLines: 1 }), { logLines: 100 }).log!.entries;
    expect(
      entries.map(({ atSeconds, level, message, request }) => [atSeconds, level, message, request]),
    ).toEqual([
      [1, 'debug', 'request-arrived', 0],
      [1.1, 'debug', 'request-arrived', 1],
      [1.1, 'error', 'request-failed', 1],
      [2, 'error', 'request-failed', 0],
      [5, 'debug', 'request-arrived', 2],
      [7, 'info', 'request-served', 2],
    ]);
    expect(entries[2]).toMatchObject({
      node: 'api',
      instance: 1,
      requestClass: 'request',
      latencySeconds: 0,
    });
    expect(entries.map(({ failure }) => failure)).toEqual([
      null,
      null,
      { node: 'api', cause: 'queue-full' },
      { node: 'database', cause: 'crashed' },
      null,
      null,
    ]);
  });

  it('keeps no more lines for the reader than asked for, from the whole run', () => {
    const { log } = run(logged(info, upTo(1000)), { logLines: 60 });
    expect(log!.entries.length).toBeLessThanOrEqual(30);
    expect(log!.entries.length).toBeGreaterThan(10);
    expect(log!.every).toBeGreaterThan(30);
    const early = log!.entries.filter(({ atSeconds }) => atSeconds < 500).length;
    expect(early / log!.entries.length).toBeGreaterThan(0.2);
    expect(early / log!.entries.length).toBeLessThan(0.8);
  });

  it('changes nothing but the time that it takes', () => {
    const plain = run(logged(undefined, upTo(100)));
    const { logging, log, ...rest } = run(logged(info, upTo(100)), { logLines: 10 });
    expect(logging!.log!.written).toBe(100);
    expect(log!.entries.length).toBeGreaterThan(0);
    expect(rest).toEqual(plain);
    expect(Object.keys(plain)).not.toContain('logging');
  });
});

describe('a full disk', () => {
  /** Ten lines fit. */
  const small: Log = { ...info, bytesPerLine: 100, local: { diskMegabytes: 0.001 } };

  it('takes the server down, and everything that calls it', () => {
    const scenario: Scenario = {
      ...scenarioOf(40, {
        users: usersAt(upTo(30), 'web'),
        web: { kind: 'service', plan: [{ call: 'api' }] },
        api: { kind: 'service', serviceTime: deterministic(0.5) },
      }),
      logging: { log: small },
    };
    const result = run(scenario, { traces: 100 });
    expect(result.overall).toMatchObject({ served: 10, failed: 20 });
    expect(result.failures).toEqual([{ node: 'api', cause: 'disk-full', count: 20 }]);
    expect(result.events).toEqual([{ atSeconds: 9.5, kind: 'disk-full', node: 'api', instance: 1 }]);
    const last = result.traces.at(-1)!;
    expect(last.failure).toEqual({ node: 'api', cause: 'disk-full' });
    expect(last.spans.map(({ node, outcome }) => [node, outcome])).toEqual([
      ['users', 'failed'],
      ['web', 'failed'],
      ['api', 'failed'],
    ]);
  });

  it('is over when the lines are rotated away', () => {
    const rotated = { ...small, local: { diskMegabytes: 0.001, rotateEverySeconds: 15 } };
    const result = run(logged(rotated, upTo(30), 0.5, 29.9), { logLines: 100 });
    expect(result.events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['disk-full', 9.5],
      ['disk-freed', 15],
      ['disk-full', 24.5],
    ]);
    // Those that come at 10 to 14 s, and at 25 to 29 s; the one at 15 s comes after the rotation.
    expect(result.overall).toMatchObject({ served: 20, failed: 10 });
    expect(logIn(result)).toMatchObject({ written: 20, readable: 10, rotatedAway: 10 });
    const served = result.log!.entries.filter(({ message }) => message === 'request-served');
    expect(Math.min(...served.map(({ atSeconds }) => atSeconds))).toBe(15.5);
  });

  it('pulls requests in where the least busy machine is chosen, for it fails at once', () => {
    const scenario = scenarioOf(
      100,
      {
        users: poissonUsers(8, 'balancer'),
        balancer: { kind: 'load-balancer', targets: ['api', 'spare'], policy: { kind: 'least-connections' } },
        api: { kind: 'service', serviceTime: deterministic(0.2) },
        spare: { kind: 'service', serviceTime: deterministic(0.2) },
      },
      { logging: { log: small } },
    );
    const { overall, nodes } = run(scenario);
    // It is one machine of two, but fails more than half of all.
    expect(overall.failureRatio!).toBeGreaterThan(0.5);
    expect(nodes.api!.arrived).toBeGreaterThan(nodes.spare!.arrived);
  });
});

describe('a crash', () => {
  const crash = { crash: { kind: 'crash', node: 'api', atSeconds: 20.75, forSeconds: 2 } } as const;
  const crashed = (log: Log): RunResult =>
    run({ ...logged(log, upTo(40), 0.5, 60), faults: crash }, { logLines: 1000 });
  const served = (result: RunResult): LogEntry[] =>
    result.log!.entries.filter(({ message }) => message === 'request-served');

  it('takes the lines on the machine with it', () => {
    const result = crashed(info);
    // Served at 0.5 to 20.5 s and, back again, at 23.5 to 39.5 s.
    expect(logIn(result)).toMatchObject({ written: 38, readable: 17, lostInCrashes: 21 });
    expect(served(result).map(({ request }) => request)).toEqual(upTo(40).slice(23));
  });

  it('of shipped lines only takes those that had not left yet', () => {
    const shipped: Log = { ...info, destination: 'shipped', shipped: { delaySeconds: 3 } };
    const result = crashed(shipped);
    // Those of 17.75 s and later: at 18.5, 19.5 and 20.5 s.
    expect(logIn(result)).toMatchObject({ written: 38, readable: 35, lostInCrashes: 3 });
    expect(served(result).map(({ request }) => request)).toEqual([...upTo(18), ...upTo(40).slice(23)]);
    const about = result.log!.entries.filter(({ request }) => request === null);
    expect(about.map(({ level, message }) => [level, message])).toEqual([
      ['error', 'crash'],
      ['info', 'restart'],
    ]);
  });
});

describe('shipping', () => {
  it('goes as fast as the line allows, drops what finds no room, and costs by the gigabyte', () => {
    const shipped = { delaySeconds: 0, megabytesPerSecond: 0.0001, bufferLines: 5, dollarsPerGigabyte: 2 };
    const result = run(
      logged({ ...info, bytesPerLine: 200, destination: 'shipped', shipped }, upTo(100), 0.5, 100),
    );
    // A line takes 2 s and one comes each second; the first leaves at once.
    const { written, readable, unsent, dropped, shippedGigabytes, costDollarsPerMonth } = logIn(result);
    expect(written).toBe(100);
    expect(readable).toBe(50);
    expect(unsent).toBe(5);
    expect(dropped).toBe(45);
    expect(shippedGigabytes).toBeCloseTo(50 * 200e-9, 15);
    expect(costDollarsPerMonth).toBeCloseTo((50 * 200e-9 * 2 * 730 * 3600) / 100, 9);
    expect(result.overall.costDollarsPerMonth).toBe(costDollarsPerMonth);
  });
});

/** One server whose requests come at these times. */
function logged(
  log: Log | undefined,
  times: readonly number[],
  serviceSeconds = 0.5,
  duration = 1100,
): Scenario {
  const nodes = {
    users: usersAt(times, 'api'),
    api: { kind: 'service', serviceTime: deterministic(serviceSeconds) },
  } as const;
  return scenarioOf(duration, nodes, log === undefined ? {} : { logging: { log } });
}

/** The first fails in the database at 2 s, the second finds no room, the third is served. */
function failing(log: Log): Scenario {
  return scenarioOf(
    20,
    {
      users: usersAt([1, 1.1, 5], 'api'),
      api: { kind: 'service', queueLimit: 0, plan: [{ call: 'database' }] },
      database: { kind: 'service', serviceTime: deterministic(2) },
    },
    {
      faults: { crash: { kind: 'crash', node: 'database', atSeconds: 2, forSeconds: 1 } },
      logging: { log },
    },
  );
}

function logIn({ logging }: RunResult): LogMetrics {
  const metrics = logging!.log!;
  const { written, readable, unsent, lostInCrashes, rotatedAway, dropped } = metrics;
  expect(written).toBe(readable + unsent + lostInCrashes + rotatedAway + dropped);
  return metrics;
}
