import type { RunEvent, RunResult, Scenario } from '#sim-core';
import type { SeriesEvent, SeriesPeriod } from '../charts/chart-inputs.ts';
import { blinkShare, nameInEvents, seriesEvents } from './series-events.ts';

type Kind = RunEvent['kind'];

/** What ends a fault, and how it is called meanwhile. */
const faults: Partial<Readonly<Record<Kind, { readonly end: Kind; readonly word: string }>>> = {
  crash: { end: 'restart', word: 'down' },
  'slow-down': { end: 'recovery', word: 'slow' },
  outage: { end: 'recovery', word: 'out' },
  partition: { end: 'reconnection', word: 'cut off' },
  'slow-link': { end: 'recovery', word: 'far away' },
  'disk-full': { end: 'disk-freed', word: 'disk full' },
};

/** More faults than this are noise, such as machines that fail at random: only the moments are drawn. */
const faultsShown = 12;

/**
 * What lasted during the run: faults, and alerts from the first time they fire until they are resolved. What
 * is not over at the end lasts as long as the run. A fault so short that no chart could show it is left out.
 */
export function seriesPeriods(scenario: Scenario, result: RunResult): SeriesPeriod[] {
  const found = result.events.flatMap((event, index) => {
    const period = faultFrom(scenario, result.events, event, index);
    return period && period.toSeconds - period.fromSeconds > blinkShare * scenario.durationSeconds
      ? [period]
      : [];
  });
  return [...(found.length > faultsShown ? [] : found), ...alertPeriods(scenario, result.events)];
}

function faultFrom(
  scenario: Scenario,
  events: readonly RunEvent[],
  event: RunEvent,
  index: number,
): SeriesPeriod | null {
  const fault = faults[event.kind];
  if (!fault) return null;
  const { node, instance, atSeconds } = event;
  const end = events
    .slice(index + 1)
    .find((later) => later.kind === fault.end && later.node === node && later.instance === instance);
  return {
    fromSeconds: atSeconds,
    toSeconds: end?.atSeconds ?? scenario.durationSeconds,
    label: `${nameInEvents(scenario, event)} ${fault.word}`,
    hue: 'failed',
  };
}

function alertPeriods(scenario: Scenario, events: readonly RunEvent[]): SeriesPeriod[] {
  const periods: SeriesPeriod[] = [];
  const pending = new Map<string, number>();
  events.forEach(({ kind, alert, atSeconds }, index) => {
    if (alert === undefined) return;
    if (kind === 'alert-pending') pending.set(alert, atSeconds);
    if (kind !== 'alert-firing') return;
    const later = events.slice(index + 1).filter((event) => event.alert === alert);
    const end = later.find((event) => event.kind === 'alert-resolved');
    periods.push({
      sinceSeconds: pending.get(alert) ?? atSeconds,
      fromSeconds: atSeconds,
      toSeconds: end?.atSeconds ?? scenario.durationSeconds,
      label: `alert: ${alert}`,
      hue: 'operations',
      named: true,
    });
    pending.delete(alert);
  });
  return periods;
}

/** The moments of a run that a chart marks: all but what its bars of alerts show. */
export function momentsOf(scenario: Scenario, result: RunResult): SeriesEvent[] {
  const events = result.events.filter(({ kind }) => !kind.startsWith('alert-'));
  return seriesEvents(scenario, { ...result, events });
}
