import { checkReferences } from './references.ts';
import type { Scenario } from './scenario.ts';
import { scenarioShape } from './schema.ts';

/**
 * Turns an untrusted value, such as parsed JSON, into a scenario that will run.
 * @throws ScenarioError naming the first thing that is wrong, its value and what is allowed.
 */
export function parseScenario(value: unknown): Scenario {
  const scenario = scenarioShape(value, { owner: 'scenario', key: '', path: '' });
  checkReferences(scenario);
  return scenario;
}
