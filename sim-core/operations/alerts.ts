import type { System } from '../kernel/system.ts';
import type { AlertFiring, AlertMetrics } from '../metrics/observability-result.ts';
import type { Alert, CollectedMetric, MetricsCollection } from '../scenario/observability.ts';
import { type AlertState, BurnRateRule, ErrorBudget, ThresholdRule } from '../slo/index.ts';
import { faultBehind, type FaultEpisode } from './fault-episodes.ts';
import { type MetricsCollector, windowReadings } from './metrics-collection.ts';

const MONTH_SECONDS = 30 * 24 * 3600;

/** A firing, while it is not known yet what it points to. */
interface Firing {
  readonly pendingSeconds: number;
  readonly firingSeconds: number;
  resolvedSeconds: number | null;
}

/** Where the metric of a threshold alert stands. */
export function metricOf(path: string): { node: string; metric: CollectedMetric } {
  const [node = '', metric = ''] = path.split('.');
  return { node, metric: metric as CollectedMetric };
}

/** One alert rule in a run, judged at each reading of the metrics. Lesson: Alerts. */
export class RunningAlert {
  readonly name: string;
  readonly node: string;
  readonly #system: System;
  readonly #rule: ThresholdRule | BurnRateRule;
  readonly #judge: (now: number) => boolean;
  readonly #budget: ErrorBudget | null;
  /** How long what is over may still be seen, seconds. */
  readonly #lookBackSeconds: number;
  readonly #firings: Firing[] = [];
  #pendingSeconds = NaN;

  constructor(
    system: System,
    collector: MetricsCollector,
    collection: MetricsCollection,
    name: string,
    alert: Alert,
  ) {
    const sampleSeconds = collection.scrapeIntervalSeconds;
    this.name = name;
    this.#system = system;
    if (alert.kind === 'threshold') {
      const { node, metric } = metricOf(alert.metric);
      const rule = new ThresholdRule(alert);
      const collected = collector.node(system.nodes.findIndex(({ id }) => id === node));
      this.node = node;
      this.#rule = rule;
      this.#judge = (now) => rule.sample(now, collected.latest(metric));
      this.#budget = null;
      this.#lookBackSeconds = windowReadings(collection) * sampleSeconds;
    } else {
      const { objectiveRatio, periodSeconds = MONTH_SECONDS } = alert;
      const rule = new BurnRateRule({ ...alert, sampleSeconds });
      const budget = new ErrorBudget({ objectiveRatio, periodSeconds }, sampleSeconds);
      const { total } = collector.node(system.nodes.findIndex(({ id }) => id === alert.node));
      this.node = alert.node;
      this.#rule = rule;
      this.#judge = (now) => {
        const { requestsSinceReading, failuresSinceReading } = total;
        budget.sample(now, requestsSinceReading, failuresSinceReading);
        return rule.sample(now, requestsSinceReading, failuresSinceReading);
      };
      this.#budget = budget;
      this.#lookBackSeconds = alert.longWindowSeconds;
    }
  }

  get state(): AlertState {
    return this.#rule.state;
  }

  /** Judges the newest reading. Returns true when the alert begins to fire. */
  judge(now: number): boolean {
    if (!this.#judge(now)) return false;
    const { state } = this;
    if (state === 'pending') this.#pendingSeconds = now;
    if (state === 'firing') {
      const pendingSeconds = Number.isNaN(this.#pendingSeconds) ? now : this.#pendingSeconds;
      this.#firings.push({ pendingSeconds, firingSeconds: now, resolvedSeconds: null });
    } else if (state === 'resolved') this.#firings.at(-1)!.resolvedSeconds = now;
    if (state !== 'pending') this.#pendingSeconds = NaN;
    if (state !== 'inactive') {
      const kind = `alert-${state}` as const;
      this.#system.events.push({ atSeconds: now, kind, node: this.node, instance: 0, alert: this.name });
    }
    return state === 'firing';
  }

  #firesAt(seconds: number): boolean {
    return this.#firings.some(
      ({ firingSeconds, resolvedSeconds }) =>
        firingSeconds <= seconds && (resolvedSeconds === null || seconds < resolvedSeconds),
    );
  }

  /** @param episodes all that was wrong in the run. */
  metrics(episodes: readonly FaultEpisode[]): AlertMetrics {
    const first = new Map<FaultEpisode, number>();
    const firings = this.#firings.map((firing): AlertFiring => {
      const { pendingSeconds, firingSeconds } = firing;
      const fault = faultBehind(episodes, pendingSeconds, firingSeconds, this.#lookBackSeconds);
      if (fault === null) return { ...firing, fault: null, detectSeconds: null };
      const detectSeconds = firingSeconds - fault.startSeconds;
      if (!first.has(fault)) first.set(fault, detectSeconds);
      return { ...firing, fault: fault.name, detectSeconds };
    });
    // Trouble that begins while the alert fires anyway is told too, but not found by it.
    const told = episodes.filter((episode) => first.has(episode) || this.#firesAt(episode.startSeconds));
    const found = [...first.values()];
    const sum = found.reduce((total, seconds) => total + seconds, 0);
    return {
      firings,
      falseAlarms: firings.filter(({ fault }) => fault === null).length,
      faultsDetected: told.length,
      faultsMissed: episodes.length - told.length,
      timeToDetectSecondsMean: found.length === 0 ? null : sum / found.length,
      ...(this.#budget === null ? {} : { budgetSpentRatio: this.#budget.spentRatio }),
    };
  }
}
