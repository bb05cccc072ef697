/**
 * Runs a scenario and prints what came out.
 *
 *     npm run --silent sim -- FILE.json [--seed N] [--replications N] [--json]
 *
 * FILE may be `-` for standard input. A report in words is the default; `--json`
 * prints the whole result. What is wrong with a file or a flag is said in one
 * line on standard error, and the exit code is 1.
 */
import { parseArguments, type SimArguments, usageText } from './simulation/arguments.ts';
import { readScenarioFile } from './simulation/scenario-file.ts';

/** Reads, checks, runs and prints; throws an Error whose message is for the person at the keyboard. */
async function simulate({ file, seed, replications, json }: SimArguments): Promise<void> {
  const value = readScenarioFile(file);
  // Only now: what cannot be a scenario is refused before the simulation is even loaded.
  const { parseScenario, replicate, run } = await import('#sim-core');
  const { writeReplications, writeResult } = await import('./simulation/json-output.ts');
  const { reportOfReplications, reportOfResult } = await import('./simulation/report.ts');
  const scenario = parseScenario(value);
  const title = scenario.title ?? file;
  if (replications === 1) {
    const result = run(scenario, seed === undefined ? {} : { seed });
    process.stdout.write(json ? writeResult(result) : reportOfResult(title, result));
    return;
  }
  const repeated = replicate(scenario, { replications, ...(seed === undefined ? {} : { seed }) });
  if (json) for (const piece of writeReplications(repeated)) process.stdout.write(piece);
  else process.stdout.write(reportOfReplications(title, repeated));
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const words = process.argv.slice(2);
  if (words.includes('--help')) process.stdout.write(usageText);
  else await simulate(parseArguments(words));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`sim: ${message.replaceAll(/\s+/g, ' ').trim()}\n`);
  process.exitCode = 1;
}
