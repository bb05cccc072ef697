import { describe, expect, it } from 'vitest';
import { run, type Alert, type AlertMetrics, type Fault, type RunResult, type Scenario } from '#sim-core';
import { deterministic, poissonUsers, exponential, scenarioOf, usersAt, upTo } from '../small-scenarios.ts';

const failing = (forSeconds = 0): Alert => ({
  kind: 'threshold',
  metric: 'users.failureRatio',
  comparison: 'above',
  threshold: 0.5,
  forSeconds,
});

describe('a threshold with a duration', () => {
  const outage: Fault = { kind: 'crash', node: 'api', atSeconds: 10.5, forSeconds: 4 };
  // Down from 10.5 to 14.5 s: the readings at 11 to 14 s (of the second before each) …
  const timeline = (forSeconds: number): unknown[] =>
    run(everySecond({ outage }, failing(forSeconds)))
      .events.filter(({ kind }) => kind.startsWith('alert'))
      .map(({ kind, atSeconds }) => [kind, atSeconds]);

  it('is pending, fires and resolves at readings', () => {
    expect(timeline(0)).toEqual([
      ['alert-firing', 12],
      ['alert-resolved', 16],
    ]);
    expect(timeline(2)).toEqual([
      ['alert-pending', 12],
      ['alert-firing', 14],
      ['alert-resolved', 16],
    ]);
  });

  it('stays silent when it is over before that', () => {
    expect(timeline(4)).toEqual([['alert-pending', 12]]);
  });

  it('says how long it took, and what it points to', () => {
    expect(alertIn(run(everySecond({ outage }, failing(2))))).toEqual({
      firings: [
        { pendingSeconds: 12, firingSeconds: 14, resolvedSeconds: 16, fault: 'outage', detectSeconds: 3.5 },
      ],
      falseAlarms: 0,
      faultsDetected: 1,
      faultsMissed: 0,
      timeToDetectSecondsMean: 3.5,
    });
    expect(alertIn(run(everySecond({ outage }, failing(4))))).toMatchObject({
      firings: [],
      faultsDetected: 0,
      faultsMissed: 1,
      timeToDetectSecondsMean: null,
    });
  });

  it('trades quick for quiet', () => {
    const noisy = (forSeconds: number): AlertMetrics =>
      alertIn(
        run(
          scenarioOf(
            2000,
            {
              users: poissonUsers(80, 'api'),
              api: { kind: 'service', serviceTime: exponential(0.01) },
            },
            {
              faults: {
                slow: { kind: 'slow-down', node: 'api', atSeconds: 1500, forSeconds: 200, speed: 0.5 },
              },
              metricsCollection: { scrapeIntervalSeconds: 1, windowSeconds: 1 },
              alerts: {
                alert: {
                  kind: 'threshold',
                  metric: 'users.latencySecondsP95',
                  comparison: 'above',
                  threshold: 0.25,
                  forSeconds,
                },
              },
            },
          ),
        ),
      );
    const [quick, quiet] = [noisy(0), noisy(20)];
    expect(quick.falseAlarms).toBeGreaterThan(3);
    expect(quiet.falseAlarms).toBe(0);
    expect([quick.faultsDetected, quiet.faultsDetected]).toEqual([1, 1]);
    expect(quick.timeToDetectSecondsMean!).toBeLessThan(quiet.timeToDetectSecondsMean! - 15);
  });
});

describe('a burn rate', () => {
  /** Ten machines in turn, some of which are down: so many tenths of the requests fail. */
  const partly = (
    down: number,
    alert: Partial<Extract<Alert, { kind: 'burn-rate' }>>,
    length = 100,
  ): Scenario =>
    scenarioOf(
      alert.longWindowSeconds! + length + 1000,
      {
        users: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 10 } },
        api: { kind: 'service', instances: 10, serviceTime: deterministic(0.001) },
      },
      {
        faults: Object.fromEntries(
          upTo(down).map((machine): [string, Fault] => [
            `outage-${machine}`,
            {
              kind: 'crash',
              node: 'api',
              instance: machine + 1,
              atSeconds: alert.longWindowSeconds!,
              forSeconds: length,
            },
          ]),
        ),
        metricsCollection: { scrapeIntervalSeconds: 10 },
        alerts: {
          alert: {
            kind: 'burn-rate',
            node: 'users',
            objectiveRatio: 0.999,
            burnRate: 14.4,
            longWindowSeconds: 3600,
            ...alert,
          },
        },
      },
    );

  it.each([
    [10, 3600, 14.4],
    [10, 21_600, 6],
    [10, 3600, 36],
    [1, 3600, 14.4],
    [5, 3600, 36],
  ])(
    'finds an outage of %s tenths in a window of %s s at %s after (1 − SLO)/ratio · window · burn',
    (down, longWindowSeconds, burnRate) => {
      const expected = ((1 - 0.999) / (down / 10)) * longWindowSeconds * burnRate;
      const result = run(partly(down, { longWindowSeconds, burnRate, shortWindowSeconds: 300 }, 1000));
      const { firings, timeToDetectSecondsMean, falseAlarms } = alertIn(result);
      expect(falseAlarms).toBe(0);
      expect(firings).toHaveLength(1);
      expect(timeToDetectSecondsMean!).toBeGreaterThanOrEqual(expected - 1);
      expect(timeToDetectSecondsMean!).toBeLessThanOrEqual(expected + 11);
    },
  );

  it.each([
    [36, undefined, 3600 * (1 - 0.036)],
    [14.4, 300, 300 * (1 - 0.0144)],
  ])(
    'of %s with a short window of %s s resolves so long after an outage that fills the window',
    (burnRate, shortWindowSeconds, expected) => {
      const scenario = partly(
        10,
        { burnRate, longWindowSeconds: 3600, ...(shortWindowSeconds && { shortWindowSeconds }) },
        3600,
      );
      const { firings } = alertIn(run({ ...scenario, durationSeconds: 11_000 }));
      const reset = firings[0]!.resolvedSeconds! - 7200;
      expect(Math.abs(reset - expected)).toBeLessThanOrEqual(11);
    },
  );

  it('spends the error budget', () => {
    const scenario = partly(1, { longWindowSeconds: 3600, periodSeconds: 36_000, objectiveRatio: 0.99 }, 720);
    // 720 s at ten times the rate that the budget allows for 36,000 s: a fifth.
    expect(alertIn(run(scenario)).budgetSpentRatio!).toBeCloseTo(0.2, 2);
  });
});

describe('somebody on call', () => {
  const outage: Fault = { kind: 'crash', node: 'api', atSeconds: 10.5 };

  it('ends the fault after a while, and is called again until all is well', () => {
    const scenario: Scenario = {
      ...everySecond({ outage }, failing()),
      onCall: { reactionSeconds: 7, action: 'restart' },
    };
    const { events, onCall, overall } = run(scenario);
    expect(events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['crash', 10.5],
      ['alert-firing', 12],
      ['on-call-action', 19],
      ['restart', 19],
      ['alert-resolved', 20],
    ]);
    expect(onCall).toEqual({ actions: 1, needless: 0 });
    // Those of 11 to 19 s, the last just before the restart.
    expect(overall.failed).toBe(8);
    expect(run({ ...scenario, onCall: { reactionSeconds: 7, action: 'none' } }).onCall).toEqual({
      actions: 4,
      needless: 4,
    });
  });

  it('makes the end that was planned count for nothing', () => {
    const short: Fault = { ...outage, forSeconds: 15 };
    const later: Fault = { kind: 'crash', node: 'api', atSeconds: 22.5, forSeconds: 6 };
    const { events } = run({
      ...everySecond({ short, later }, failing()),
      onCall: { reactionSeconds: 7, action: 'restart', nodes: ['api'], alerts: ['alert'] },
    });
    const machine = events.filter(({ kind }) => kind === 'crash' || kind === 'restart');
    expect(machine.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['crash', 10.5],
      ['restart', 19],
      ['crash', 22.5],
      ['restart', 28.5],
    ]);
  });

  it('makes room on a full disk', () => {
    const scenario: Scenario = {
      ...everySecond({}, failing()),
      logging: {
        log: {
          nodes: ['api'],
          level: 'info',
          bytesPerLine: 100,
          destination: 'local',
          local: { diskMegabytes: 0.001 },
        },
      },
      onCall: { reactionSeconds: 5, action: 'free-disks' },
    };
    const result = run(scenario);
    expect(result.failures).toEqual([{ node: 'api', cause: 'disk-full', count: result.overall.failed }]);
    expect(alertIn(result).firings[0]).toMatchObject({ fault: 'disk-full' });
    expect(alertIn(result).falseAlarms).toBe(0);
    expect(result.onCall!.needless).toBe(0);
    expect(result.events.filter(({ kind }) => kind === 'disk-freed').length).toBeGreaterThan(1);
  });
});

/** A request each second to one server, up to 40 s; metrics are read each second and span one. */
function everySecond(faults: Record<string, Fault>, alert: Alert): Scenario {
  return scenarioOf(
    40,
    { users: usersAt(upTo(40), 'api'), api: { kind: 'service', serviceTime: deterministic(0.1) } },
    {
      faults,
      metricsCollection: { scrapeIntervalSeconds: 1, windowSeconds: 1 },
      alerts: { alert },
    },
  );
}

function alertIn({ alerts }: RunResult): AlertMetrics {
  return alerts!.alert!;
}
