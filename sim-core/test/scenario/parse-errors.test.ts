import { describe, expect, it } from 'vitest';
import { parseScenario, run, ScenarioError, withValue, type Scenario } from '#sim-core';
import { policyRefusals } from './policy-refusals.ts';
import { networkRefusals } from './network-refusals.ts';
import { type Refusal, refusals, valid } from './refusals.ts';
import { trafficRefusals } from './traffic-refusals.ts';

describe('parseScenario', () => {
  it('gives back a valid scenario as it was', () => {
    expect(parseScenario(valid)).toEqual(valid);
    expect(parseScenario(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it.each<Refusal>([...refusals, ...trafficRefusals, ...networkRefusals, ...policyRefusals])(
    'refuses %s = %j',
    (path, value, message, at = path) => {
      const error = refusalOf(spoilt(path, value));
      expect(error.message).toBe(message);
      expect(error.path).toBe(at);
      // A run checks its scenario itself.
      expect(() => run(spoilt(path, value))).toThrow(message);
    },
  );

  it.each([undefined, null, 7, 'scenario', [], true])('refuses %j in place of a scenario', (value) => {
    const shown = Array.isArray(value) ? 'a list of 0' : typeof value === 'string' ? `"${value}"` : value;
    const state = value === undefined ? 'is missing' : `is ${String(shown)}`;
    expect(refusalOf(value).message).toBe(`scenario: it ${state}; expected an object`);
  });

  it('copies what it was given', () => {
    const given = structuredClone(valid) as unknown as {
      title: string;
      nodes: { web: { instances: number } };
    };
    const parsed = parseScenario(given);
    given.nodes.web.instances = 99;
    expect(parsed).toEqual(valid);
  });
});

function spoilt(path: string, value: unknown): Scenario {
  const scenario = withValue(valid, path, value);
  return value === undefined ? (JSON.parse(JSON.stringify(scenario)) as Scenario) : scenario;
}

function refusalOf(value: unknown): ScenarioError {
  try {
    parseScenario(value);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('the scenario was not refused');
}
