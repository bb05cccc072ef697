import type { Alert, AlertMetrics, Fault, RunResult, Scenario } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial } from '../trial.ts';

/** Alerts on how fast an error budget is spent: when they fire, when they resolve, what is left. */
export const burnRates: CaseGroup = {
  name: 'burn rates',
  takes: ({ id }) => id in cases,
  trials: (truth) => cases[truth.id]!(truth),
};

const cases: Readonly<Record<string, (truth: GroundTruth) => ExactTrial[]>> = {
  'slo-detect-time': detection,
  'slo-reset-time': reset,
  'slo-burn-table': table,
  'slo-budget-exhaustion': exhaustion,
};

type BurnRate = Extract<Alert, { kind: 'burn-rate' }>;

const SCRAPE_SECONDS = 5;
const HOUR_SECONDS = 3600;
const MONTH_SECONDS = 30 * 24 * HOUR_SECONDS;

/** The objective of the workbook's examples. */
const OBJECTIVE = 0.999;

/** A thousand times this many requests spend a budget of one in a thousand without remainders. */
const REQUESTS = 125_000;

/** From the start of constant failures after a window without any. */
function detection(truth: GroundTruth): ExactTrial[] {
  const seconds = expectedList(truth, 'seconds');
  return (truth.params.cases as [number, number, number][]).map(([failing, longWindowSeconds, burnRate], i) =>
    watched({
      failing,
      // A small share of failures needs many requests to be a share at all.
      ratePerSecond: failing < 1 ? 20 : 1,
      alert: { ...alertOf(parameter(truth, 'slo')), longWindowSeconds, burnRate },
      shortWindowSeconds: longWindowSeconds / 12,
      fault: { atSeconds: longWindowSeconds },
      durationSeconds: longWindowSeconds + seconds[i]! + HOUR_SECONDS,
      check: [`seconds[${i}]`, seconds[i]!, (alert) => firingOf(alert).firingSeconds - longWindowSeconds],
    }),
  );
}

/** From the end of a total failure that filled the window. */
function reset(truth: GroundTruth): ExactTrial[] {
  const windowSeconds = parameter(truth, 'window_s');
  const trial = (metric: string, burnRate: number, shortWindowSeconds?: number): ExactTrial =>
    watched({
      failing: 1,
      ratePerSecond: 1,
      alert: { ...alertOf(OBJECTIVE), longWindowSeconds: windowSeconds, burnRate },
      ...(shortWindowSeconds !== undefined && { shortWindowSeconds }),
      fault: { atSeconds: windowSeconds, forSeconds: windowSeconds },
      durationSeconds: 4 * windowSeconds,
      check: [
        metric,
        expectedNumber(truth, metric),
        (alert) => firingOf(alert).resolvedSeconds! - 2 * windowSeconds,
      ],
    });
  return [
    trial('single_window_reset_s', parameter(truth, 'burn')),
    trial('multi_window_reset_s', parameter(truth, 'burn_multi'), parameter(truth, 'short_s')),
  ];
}

/** What is spent of a month's budget in a window at the rate of its alert, and the share of failures that is. */
function table(truth: GroundTruth): ExactTrial[] {
  const shares = expectedList(truth, 'threshold_error_rate');
  const shortWindows = parameterList(truth, 'short_windows_h');
  return parameterList(truth, 'windows_h').flatMap((hours, i) => {
    const windowSeconds = hours * HOUR_SECONDS;
    const at = (part: number, atSeconds: number, check: Watched['check']): ExactTrial =>
      watched({
        failing: part * shares[i]!,
        ratePerSecond: rateFor(windowSeconds),
        alert: {
          ...alertOf(parameter(truth, 'slo')),
          longWindowSeconds: windowSeconds,
          burnRate: parameterList(truth, 'burn')[i]!,
        },
        shortWindowSeconds: shortWindows[i]! * HOUR_SECONDS,
        fault: { atSeconds },
        durationSeconds: atSeconds + windowSeconds,
        check,
      });
    const fires = ({ firings }: AlertMetrics): number => Math.min(1, firings.length);
    const metric = `threshold_error_rate[${i}]`;
    return [
      at(1, 0, [`budget_consumed[${i}]`, expectedList(truth, 'budget_consumed')[i]!, spentOf]),
      at(0.95, windowSeconds, [`${metric} fires at 0.95`, 0, fires]),
      at(1.05, windowSeconds, [`${metric} fires at 1.05`, 1, fires]),
    ];
  });
}

/** From what is spent in a while at a constant rate, to the end of the budget. */
function exhaustion(truth: GroundTruth): ExactTrial[] {
  return parameterList(truth, 'burn').map((burnRate, i) => {
    const durationSeconds = HOUR_SECONDS;
    return watched({
      failing: Math.round(burnRate * (1 - OBJECTIVE) * REQUESTS) / REQUESTS,
      ratePerSecond: rateFor(durationSeconds),
      alert: { ...alertOf(OBJECTIVE), longWindowSeconds: durationSeconds, burnRate },
      fault: { atSeconds: 0 },
      durationSeconds,
      check: [
        `hours[${i}]`,
        expectedList(truth, 'hours')[i]!,
        (alert) => durationSeconds / HOUR_SECONDS / spentOf(alert),
      ],
    });
  });
}

/** That many requests in so long, none of them at the very end, where it might count or not. */
function rateFor(durationSeconds: number): number {
  return (REQUESTS + 0.5) / durationSeconds;
}

function alertOf(
  objectiveRatio: number,
): Pick<BurnRate, 'kind' | 'node' | 'objectiveRatio' | 'periodSeconds'> {
  return { kind: 'burn-rate', node: 'users', objectiveRatio, periodSeconds: MONTH_SECONDS };
}

interface Watched {
  /** Share of the requests that fail while the fault lasts. */
  readonly failing: number;
  readonly ratePerSecond: number;
  readonly alert: BurnRate;
  readonly shortWindowSeconds?: number;
  readonly fault: { readonly atSeconds: number; readonly forSeconds?: number };
  readonly durationSeconds: number;
  readonly check: readonly [metric: string, expected: number, read: (alert: AlertMetrics) => number];
}

/** Requests at equal intervals, of which every so-manieth goes to a machine that goes down. */
function watched({ failing, ratePerSecond, alert, shortWindowSeconds, ...rest }: Watched): ExactTrial {
  const instantly = { kind: 'deterministic', seconds: 0 } as const;
  // Weights in whole numbers come out even after so many requests.
  const down = Math.round(failing * REQUESTS);
  const weights = down === REQUESTS ? [1] : [down, REQUESTS - down];
  const targets = ['struck', 'sound'].slice(0, weights.length);
  const fault: Fault = { kind: 'crash', node: 'struck', ...rest.fault };
  const scenario: Scenario = {
    version: 1,
    durationSeconds: rest.durationSeconds,
    warmUpSeconds: 0,
    nodes: {
      users: { kind: 'users', target: 'balancer', arrivals: { kind: 'constant', ratePerSecond } },
      balancer: { kind: 'load-balancer', targets, policy: { kind: 'weighted', weights } },
      ...Object.fromEntries(targets.map((id) => [id, { kind: 'service', serviceTime: instantly }])),
    },
    faults: { fault },
    metricsCollection: { scrapeIntervalSeconds: SCRAPE_SECONDS },
    alerts: { alert: { ...alert, ...(shortWindowSeconds !== undefined && { shortWindowSeconds }) } },
  };
  const [metric, expected, read] = rest.check;
  const readAlert = ({ alerts }: RunResult): number => read(alerts!.alert!);
  return { kind: 'exact', scenario, checks: [{ metric, expected, read: readAlert }] };
}

/** @throws RangeError unless the alert fired once. */
function firingOf({ firings }: AlertMetrics) {
  if (firings.length !== 1) throw new RangeError(`alert: fired ${firings.length} times; expected once`);
  return firings[0]!;
}

function spentOf({ budgetSpentRatio }: AlertMetrics): number {
  return budgetSpentRatio ?? NaN;
}
