import { expect, test } from 'vitest';
import { parseScenario, run, type FailureCause, type RunEvent, type RunResult } from '#sim-core';
import { digests } from './program.ts';
import { suite, suiteOptions } from './suite.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What the validator accepts in some place, by the list that it gives in its own message,
 * and how much of it the suite uses. So whatever a scenario learns to say is found here.
 */
const offered = new Map<string, Set<string>>();

for (const scenario of Object.values(suite)) {
  visitObjects(scenario as unknown as Json, (place, replaced) => {
    const keys = listedBy(replaced({ ...place, 'no-such-key': 0 }), /is not a known key; expected (.*)$/);
    if (keys !== null) note(keys, Object.keys(place));
    if (typeof place.kind !== 'string') return;
    const kinds = listedBy(replaced({ ...place, kind: 'no-such-kind' }), /kind is .*; expected (".*")$/);
    expect(kinds, `kinds beside ${place.kind}`).not.toBeNull();
    note(kinds!, [JSON.stringify(place.kind)]);
  });
}

test('the suite uses every kind and every key that the validator knows', () => {
  expect([...offered.keys()]).toContainEqual(expect.stringContaining('"least-latency"'));
  expect([...offered.keys()]).toContainEqual(expect.stringContaining('failoverSeconds'));
  const unused = [...offered].flatMap(([list, used]) =>
    list.split(', ').flatMap((word) => (used.has(word) ? [] : [`${word} (of ${list})`])),
  );
  expect(unused).toEqual([]);
});

const results = Object.entries(suite).map(([name, scenario]) => ({
  name,
  result: run(scenario, suiteOptions),
}));

test('every run has something to tell', () => {
  for (const { name, result } of results) {
    expect(result.overall.served, name).toBeGreaterThan(0);
    expect(result.traces.length, name).toBeGreaterThan(0);
    expect(result.hops?.request.length, name).toBeGreaterThan(0);
  }
});

/** Typed as tables, so that a new one has to be entered. */
const causes: Readonly<Record<FailureCause, boolean>> = {
  'queue-full': true,
  refused: true,
  crashed: true,
  'no-healthy-target': true,
  // Takes a million requests in flight: too long for an interpreter.
  'too-many-in-flight': false,
  'timed-out': true,
  'gave-up': true,
  lost: true,
  partitioned: true,
  'circuit-open': true,
  'bulkhead-full': true,
  shed: true,
  'rate-limited': true,
  error: true,
  'bad-build': true,
  'no-memory': true,
  'disk-full': true,
  'no-primary': true,
  'no-quorum': true,
  'stale-copy': true,
  'stale-replica': true,
  'write-lost': true,
  // Counted at the queue: the users were answered long before.
  'dead-letter': false,
};
const events: Readonly<Record<RunEvent['kind'], true>> = {
  crash: true,
  restart: true,
  'slow-down': true,
  outage: true,
  recovery: true,
  unhealthy: true,
  healthy: true,
  failover: true,
  'scale-out': true,
  'scale-in': true,
  'deploy-start': true,
  'deploy-step': true,
  rollback: true,
  'deploy-end': true,
  'disk-full': true,
  'disk-freed': true,
  'alert-pending': true,
  'alert-firing': true,
  'alert-resolved': true,
  'on-call-action': true,
  'breaker-open': true,
  'breaker-half-open': true,
  'breaker-closed': true,
  partition: true,
  reconnection: true,
  'slow-link': true,
};

test('whatever can go wrong goes wrong in some run', () => {
  const seen = (of: (result: RunResult) => readonly string[]) =>
    [...new Set(results.flatMap(({ result }) => of(result)))].toSorted();
  expect(
    seen(({ failures, staleness = [] }) => [...failures, ...staleness].map(({ cause }) => cause)),
  ).toEqual(
    Object.entries(causes)
      .flatMap(([cause, wanted]) => (wanted ? [cause] : []))
      .toSorted(),
  );
  expect(seen((result) => result.events.map(({ kind }) => kind))).toEqual(Object.keys(events).toSorted());
});

test('no two scenarios come to the same', () => {
  // Both do nothing at all: that a fault is switched off must change no bit.
  expect(digests['fault: crash 6']).toBe(digests['fault: none']);
  expect(new Set(Object.values(digests)).size).toBe(Object.keys(suite).length - 1);
});

function note(list: string, used: readonly string[]): void {
  const before = offered.get(list) ?? new Set();
  offered.set(list, new Set([...before, ...used]));
}

/** The words after 'expected' in what the validator says; null when it says something else. */
function listedBy(scenario: unknown, pattern: RegExp): string | null {
  try {
    parseScenario(scenario);
    return null;
  } catch (error) {
    return pattern.exec((error as Error).message)?.[1] ?? null;
  }
}

/** Each object in a scenario, and a way to make the scenario with another in its place. */
function visitObjects(
  place: Json,
  visit: (place: Json, replaced: (other: unknown) => unknown) => void,
  replaced: (other: unknown) => unknown = (other) => other,
): void {
  if (!Array.isArray(place)) visit(place, replaced);
  for (const [key, value] of Object.entries(place)) {
    if (typeof value !== 'object' || value === null) continue;
    visitObjects(value as Json, visit, (other) =>
      replaced(Array.isArray(place) ? place.with(Number(key), other) : { ...place, [key]: other }),
    );
  }
}
