import type { RunOptions, RunResult } from './metrics/result.ts';
import { type Billed, monthlyBill as billOfParts, type MonthlyBill } from './operations/monthly-bill.ts';
import { compare as compareParts, type Comparison } from './scenario/compare.ts';
import { installEveryPart } from './scenario/every-part.ts';
import { parseScenario as parseParts } from './scenario/parse.ts';
import {
  type ReplicationOptions,
  type Replications,
  replicate as replicateParts,
} from './scenario/replicate.ts';
import { run as runParts, type SimulationRun, start as startParts } from './scenario/run.ts';
import type { Scenario } from './scenario/scenario.ts';
import { sweep as sweepParts, type SweepOptions } from './scenario/sweep.ts';

/*
 * The simulation with all its parts. The core, which the browser takes, has the same
 * functions, but there `partsFor` has to have fetched what the scenario uses.
 */

/**
 * Turns an untrusted value, such as parsed JSON, into a scenario that will run.
 * @throws ScenarioError naming the first thing that is wrong, its value and what is allowed.
 */
export function parseScenario(value: unknown): Scenario {
  installEveryPart();
  return parseParts(value);
}

/** Prepares a run. @throws ScenarioError when the scenario or an option is invalid. */
export function start(scenario: Scenario, options?: RunOptions): SimulationRun {
  installEveryPart();
  return startParts(scenario, options);
}

/**
 * Runs a scenario from its start to its end. The same scenario, seed and options give
 * the same result to the last bit in every JavaScript engine.
 * @throws ScenarioError when the scenario or an option is invalid.
 */
export function run(scenario: Scenario, options?: RunOptions): RunResult {
  installEveryPart();
  return runParts(scenario, options);
}

/** Runs a scenario several times. @throws ScenarioError when the scenario or an option is invalid. */
export function replicate(scenario: Scenario, options: ReplicationOptions): Replications {
  installEveryPart();
  return replicateParts(scenario, options);
}

/** Runs two scenarios with the same seeds. @throws ScenarioError when one or an option is invalid. */
export function compare(a: Scenario, b: Scenario, options: ReplicationOptions): Comparison {
  installEveryPart();
  return compareParts(a, b, options);
}

/** Runs a scenario once for each value at a path, all with the same seed. @throws ScenarioError. */
export function sweep<Value>(
  scenario: Scenario,
  options: SweepOptions<Value>,
): { readonly value: Value; readonly result: RunResult }[] {
  installEveryPart();
  return sweepParts(scenario, options);
}

/** What a month of a run costs, by who costs it. @param scenario a valid one, and the one that was run. */
export function monthlyBill(scenario: Scenario, run: Billed): MonthlyBill {
  installEveryPart();
  return billOfParts(scenario, run);
}

/**
 * Sees to it that the parts of the simulation that a scenario uses are there. Here they all
 * are; in the browser it fetches those that are missing. It never throws here.
 * @param _scenario any value; what is wrong with it is for `parseScenario` to say.
 */
export async function partsFor(_scenario: unknown): Promise<void> {
  await Promise.resolve(installEveryPart());
}
