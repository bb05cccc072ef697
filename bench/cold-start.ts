/**
 * `node bench/cold-start.ts BUNDLE SCENARIO.json`: imports the bundled core, runs the scenario
 * once, and prints the time from before the import to after the run, milliseconds.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle = '', scenario = ''] = process.argv.slice(2);
const parsed: unknown = JSON.parse(readFileSync(scenario, 'utf8'));
const before = performance.now();
const { run } = (await import(pathToFileURL(bundle).href)) as { run: (scenario: unknown) => unknown };
run(parsed);
console.log(performance.now() - before);
