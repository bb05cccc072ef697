import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseScenario,
  run,
  ScenarioError,
  type NodeMetrics,
  type RunResult,
  type Scenario,
} from '#sim-core';
import { always, casesOf } from '../always.ts';
import { arbitraryWhole } from '../arbitrary-whole.ts';
import { offeredBy, unusedOf } from '../offered-words.ts';
import { leavesOf, placesOf, spoilt, withoutKey } from '../spoilt-scenarios.ts';

const scenarios = casesOf(arbitraryWhole, 400);

it('arbitrary scenarios use every key, kind and word that the validator knows', () => {
  expect(unusedOf(offeredBy(scenarios))).toEqual([]);
});

describe('any valid scenario', () => {
  // Some for each few milliseconds that this may take; HEADROOM_PROPERTY_RUNS makes it more.
  const results = scenarios
    .filter((_, i) => i % 4 === 0)
    .map((scenario) => ({ scenario, result: run(scenario, { traces: 5, details: true }) }));

  it.each<[string, (result: RunResult, scenario: Scenario) => void]>([
    ['conserves requests', conserves],
    ['keeps Little’s law at every service', keepsLittlesLaw],
    [
      'yields numbers that are none of NaN, infinite or below 0',
      ({ traces: _, ...result }) => {
        expectGoodNumbers(result, 'result');
      },
    ],
    ['names a node or a link and a cause for whatever failed or was stale', namesCauses],
  ])('runs to its end and %s', (_, holds) => {
    for (const { scenario, result } of results) {
      try {
        holds(result, scenario);
      } catch (error) {
        throw new Error(`${(error as Error).message}\nin ${JSON.stringify(scenario)}`, { cause: error });
      }
    }
  });
});

describe('any scenario that is spoilt', () => {
  const hostile = [
    NaN,
    Infinity,
    -1,
    1e300,
    5e-324,
    0.5,
    'no such word',
    '',
    true,
    [],
    {},
    [[]],
    '__proto__',
  ];

  it('is refused where it is spoilt, when a value is null', () => {
    always(
      fc.property(fc.constantFrom(...scenarios), fc.nat(), (scenario, place) => {
        const leaves = leavesOf(scenario);
        const path = leaves[place % leaves.length]!;
        const error = refusalOf(spoilt(scenario, path, null));
        expect(error?.message).toMatch(/ is null; expected /);
        expect(error?.path).toBe(path.join('.'));
      }),
      150,
    );
  });

  it('is refused in one line that names what is wrong and what is allowed, or is none', () => {
    always(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.nat(),
        fc.constantFrom(...hostile),
        (scenario, place, value) => {
          const leaves = leavesOf(scenario);
          expectRefusalOrSense(spoilt(scenario, leaves[place % leaves.length]!, value));
        },
      ),
      200,
    );
  });

  it('is refused for a key too many, and for one too few or not missed', () => {
    always(
      fc.property(fc.constantFrom(...scenarios), fc.nat(), fc.nat(), (scenario, place, which) => {
        const places = placesOf(scenario);
        const path = places[place % places.length]!;
        const error = refusalOf(spoilt(scenario, [...path, 'no-such-Key'], 1));
        expect(error?.message).toMatch(/no-such-Key.*; expected /);
        expectRefusalOrSense(withoutKey(scenario, path, which));
      }),
      150,
    );
  });
});

function refusalOf(value: unknown): ScenarioError | null {
  try {
    parseScenario(value);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return error as ScenarioError;
  }
}

function expectRefusalOrSense(value: unknown): void {
  const error = refusalOf(value);
  if (error === null) return;
  expect(error.message).toMatch(/^[a-z][a-z -]*( "[^\n]+")?: [^\n]+; expected [^\n]+$/i);
  expect(error.message.length).toBeLessThan(1000);
  expect(error.path).not.toBe('');
}

function conserves(result: RunResult): void {
  const parts = [result.overall, ...Object.values(result.nodes), ...Object.values(result.links ?? {})];
  for (const { arrived, served, failed, inFlight } of parts) {
    expect(arrived).toBe(served + failed + inFlight);
    expect(Math.min(served, failed, inFlight)).toBeGreaterThanOrEqual(0);
  }
}

/** L = λW holds exactly of a stretch that begins and ends empty, where nobody leaves before the time. */
function keepsLittlesLaw(result: RunResult): void {
  const { durationSeconds, warmUpSeconds, nodes } = result;
  if (warmUpSeconds > 0) return;
  for (const node of Object.values(nodes).filter((each): each is ServiceMetrics => each.kind === 'service')) {
    const { served, failed, inFlight, inSystemMean, latencySecondsMean } = node;
    if (failed + inFlight > 0 || served === 0) continue;
    expect(inSystemMean * durationSeconds).toBeCloseTo(served * latencySecondsMean!, 6);
  }
}

type ServiceMetrics = Extract<NodeMetrics, { kind: 'service' }>;

function namesCauses({ failures, staleness = [], overall }: RunResult, scenario: Scenario): void {
  const places = [...Object.keys(scenario.nodes), ...Object.keys(scenario.links ?? {})];
  for (const { node, cause, count } of [...failures, ...staleness]) {
    const [from, to] = node.split('>');
    expect(places).toContain(from);
    if (to !== undefined) expect(places).toContain(to.split(':')[0]);
    expect(cause).toMatch(/^[a-z-]+$/);
    expect(count).toBeGreaterThan(0);
  }
  expect(failures.reduce((sum, { count }) => sum + count, 0)).toBe(overall.failed);
}

function expectGoodNumbers(value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0) throw new Error(`${path} is ${value}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) expectGoodNumbers(each, `${path}.${key}`);
  }
}
