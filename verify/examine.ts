import { intervalOf, replicationSeeds, run } from '#sim-core';
import { groupOf } from './cases/index.ts';
import { groundTruth, toleranceOf, type GroundTruth } from './ground-truth.ts';
import type { ExactTrial, RandomTrial } from './trial.ts';
import { judgeExact, judgeInterval, type Verdict } from './verdict.ts';

/**
 * Runs the general engine on a case and compares.
 * @returns a verdict for each expected value.
 * @throws RangeError when no group knows the case.
 */
export function examine(truth: GroundTruth): Verdict[] {
  return groupOf(truth)
    .trials(truth)
    .flatMap((trial) => (trial.kind === 'exact' ? examineExact(truth, trial) : examineRandom(truth, trial)));
}

function examineRandom(truth: GroundTruth, trial: RandomTrial): Verdict[] {
  const { scenario, prepare = (same) => same, options, replications } = trial;
  const results = replicationSeeds(seedOf(truth), replications).map((seed) =>
    run(prepare(scenario, seed), { ...options, seed }),
  );
  return trial.checks.map((check) => {
    const values = results.map(check.read).filter((value) => value !== null);
    const { metric, expected, expectedError = 0, onlyInTheLimit = false } = check;
    const tolerance = toleranceOf(truth, metric, expected);
    const comparison = { id: truth.id, metric, expected, expectedError, onlyInTheLimit, tolerance };
    return judgeInterval(comparison, values.length === results.length ? intervalOf(values) : null);
  });
}

function examineExact(truth: GroundTruth, trial: ExactTrial): Verdict[] {
  const result = run(trial.scenario, trial.options);
  return trial.checks.map(({ metric, expected, isApproximate = false, read }) => {
    const relativeTo = isApproximate && typeof expected === 'number' ? expected : 0;
    const tolerance = toleranceOf(truth, metric, relativeTo) ?? 0;
    return judgeExact(truth.id, metric, expected, read(result), tolerance);
  });
}

/**
 * Seed of the first replication of a case: fixed, so that everybody sees the same verdicts,
 * and far enough from the next that no two cases share their luck.
 */
function seedOf(truth: GroundTruth): number {
  return 1000 * (1 + groundTruth.indexOf(truth));
}
