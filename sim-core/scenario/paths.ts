import type { RunResult } from '../metrics/result.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/** The value at a dotted path such as `nodes.api.instances`; undefined where a key is left out. */
export function valueAt(scenario: Scenario, path: string): unknown {
  return follow(scenario, path.split('.'));
}

/**
 * A copy of the scenario with another value at a path; everything else is shared.
 * A key that the scenario leaves out may be set where the object that holds it exists.
 * @throws ScenarioError when the path leads nowhere. Whether the value is allowed is for `parseScenario`.
 */
export function withValue(scenario: Scenario, path: string, value: unknown): Scenario {
  return replaced(scenario, path.split('.'), value, path) as Scenario;
}

/**
 * A number of a result by its dotted path, such as `overall.latencySecondsP95` or
 * `nodes.api.instances.2.utilisation` (lists are counted from 0); null when nothing was observed.
 * @throws RangeError when the path does not lead to a number.
 */
export function readMetric(result: RunResult, path: string): number | null {
  const value = follow(result, path.split('.'));
  if (typeof value === 'number' || value === null) return value;
  throw new RangeError(
    `metric "${path}" is ${value === undefined ? 'not in the result' : 'no number'}; expected ${nextOnTheWay(result, path)}`,
  );
}

/** At most so many names stand in a message. */
const namesTold = 60;

/**
 * What may stand where a dotted path leaves plain data, for a message: 'after "nodes.api" one of arrived, served, …',
 * 'after "nodes.api.instances" an index from 0 to 3'.
 */
export function nextOnTheWay(root: unknown, path: string): string {
  const keys = path.split('.');
  let length = keys.length;
  while (length > 0 && !isBranch(follow(root, keys.slice(0, length)))) length -= 1;
  const known = keys.slice(0, length);
  const branch = follow(root, known) as object;
  const place = length === 0 ? '' : `after "${known.join('.')}" `;
  if (Array.isArray(branch)) return `${place}an index from 0 to ${branch.length - 1}`;
  const names = Object.keys(branch);
  const more = names.length > namesTold ? ` and ${names.length - namesTold} more` : '';
  return `${place}one of ${names.slice(0, namesTold).join(', ')}${more}`;
}

function isBranch(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function follow(value: unknown, keys: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

function replaced(value: unknown, keys: readonly string[], wanted: unknown, path: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return wanted;
  const known = typeof value === 'object' && value !== null;
  if (!known || (rest.length > 0 && !Object.hasOwn(value, key)) || key in Object.prototype) {
    throw new ScenarioError(
      path,
      `scenario: path "${path}" leads nowhere at "${key}"; expected keys of the scenario joined by dots`,
    );
  }
  if (Array.isArray(value)) {
    const index = /^\d+$/.test(key) ? Number(key) : -1;
    if (index < 0 || index >= value.length) {
      throw new ScenarioError(
        path,
        `scenario: path "${path}" has "${key}" in a list; expected an index from 0 to ${value.length - 1}`,
      );
    }
    return value.map((entry: unknown, i) => (i === index ? replaced(entry, rest, wanted, path) : entry));
  }
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, wanted, path) };
}
