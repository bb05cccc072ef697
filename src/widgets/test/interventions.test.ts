import { expect, test } from 'vitest';
import { parseScenario } from '#sim-core';
import {
  applyInterventions,
  listOf,
  strikesNobody,
  withIntervention,
  withoutIntervention,
} from '../interventions.ts';
import { scenarioFor } from '../knobs.ts';
import { exampleLab } from './example-lab.ts';

const crash = { kind: 'crash', node: 'server', instance: 4, atSeconds: 20, forSeconds: 10 };
const path = 'faults.reader-crash-server-4';

test('they come after the knobs, in their order', () => {
  const scenario = scenarioFor(
    exampleLab,
    { rate: 90, slow: false },
    {
      'nodes.users.arrivals.ratePerSecond': 30,
      [path]: crash,
      'faults.slow.enabled': true,
    },
  );
  expect(scenario.nodes.users).toMatchObject({ arrivals: { ratePerSecond: 30 } });
  expect(scenario.faults).toMatchObject({ slow: { enabled: true }, 'reader-crash-server-4': crash });
  expect(parseScenario(scenario)).toEqual(scenario);
});

test('a scenario without faults gets its first', () => {
  const { faults: _, ...whole } = exampleLab.scenario;
  expect(applyInterventions(whole, { [path]: crash }).faults).toEqual({ 'reader-crash-server-4': crash });
});

test('a machine that a knob has taken away cannot be struck, and the run goes on', () => {
  const small = applyInterventions(exampleLab.scenario, {
    'nodes.server.instances': 3,
    'faults.slow.enabled': false,
  });
  expect(strikesNobody(small, crash)).toBe(true);
  expect(strikesNobody(exampleLab.scenario, crash)).toBe(false);
  const scenario = applyInterventions(small, { [path]: crash });
  expect(scenario.faults?.['reader-crash-server-4']).toMatchObject({ enabled: false });
  expect(parseScenario(scenario)).toEqual(scenario);
});

test('one of the same path takes the place of the former, at the end', () => {
  const later = { ...crash, atSeconds: 30 };
  const first = withIntervention({}, { path, value: crash });
  const both = withIntervention(first, { path: 'faults.slow.enabled', value: false });
  const again = withIntervention(both, { path, value: later });
  expect(listOf(again)).toEqual([
    { path: 'faults.slow.enabled', value: false },
    { path, value: later },
  ]);
  expect(withoutIntervention(again, path)).toEqual({ 'faults.slow.enabled': false });
  expect(listOf(first)).toHaveLength(1);
});

test('a path that leads nowhere is refused', () => {
  expect(() => applyInterventions(exampleLab.scenario, { 'nodes.nobody.speed': 1 })).toThrow(
    /nothing to change/,
  );
});
