import type { Scenario } from '#sim-core';

/** Longest line that a list or an object may take as a whole. */
const lineLength = 76;

/** The scenario as JSON that `npm run sim` takes, with the seed in it. */
export function scenarioJson(scenario: Scenario, seed: number): string {
  return `${literal({ ...scenario, seed }, '', (key) => JSON.stringify(key))}\n`;
}

/** The same as a program that runs it and prints a number. */
export function scenarioTypeScript(scenario: Scenario, seed: number): string {
  const plainKey = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
  return [
    "import { run, type Scenario } from '#sim-core';",
    '',
    `const scenario: Scenario = ${literal({ ...scenario, seed }, '', plainKey)};`,
    '',
    'const { overall } = run(scenario);',
    'console.log(overall.latencySecondsP99);',
    '',
  ].join('\n');
}

/** A value as it is written in code, short ones in one line. */
function literal(value: unknown, indent: string, writeKey: (key: string) => string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const deeper = `${indent}  `;
  const items = isList
    ? value.map((item: unknown) => literal(item, deeper, writeKey))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${writeKey(key)}: ${literal(item, deeper, writeKey)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (items.length === 0) return `${open}${close}`;
  const room = isList ? '' : ' ';
  const line = `${open}${room}${items.join(', ')}${room}${close}`;
  if (line.length + indent.length <= lineLength && !line.includes('\n')) return line;
  return `${open}\n${items.map((item) => `${deeper}${item}`).join(',\n')}\n${indent}${close}`;
}
