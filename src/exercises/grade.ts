import { readMetric, start } from '#sim-core';
import type { RunResult, Scenario } from '#sim-core';
import { jsonFor } from '../widgets/knobs.ts';
import type { KnobValues } from '../widgets/lab.ts';
import { withPath } from '../widgets/path.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { valuesFrom } from './exercise.ts';
import type { Exercise, Goal } from './exercise.ts';

/** One goal over all seeds. */
export interface GoalOutcome {
  /** On the seed where it is farthest from being met; null where nothing was observed. */
  readonly observed: number | null;
  /** That seed. */
  readonly seed: number;
  readonly passed: boolean;
  readonly seedsPassed: number;
}

/** What the simulation says of an answer. */
export interface Grade {
  readonly passed: boolean;
  /** In the order of the exercise's goals. */
  readonly goals: readonly GoalOutcome[];
  readonly seedCount: number;
  /** What is at fault and why; null when passed. */
  readonly diagnosis: Diagnosis | null;
  /** What `bestKnown` compares by, on its worst seed; null without one. */
  readonly compared: number | null;
}

/** Enough for a steady share of the slowest hundredth. */
const diagnosisTraces = 10_000;
const eventsPerStep = 50_000;

/** The exercise's scenario with the knobs where `values` says; the rest at the start. */
export function scenarioOf(exercise: Exercise, values: KnobValues): Scenario {
  const all = valuesFrom(exercise, values);
  let scenario = exercise.scenario;
  for (const knob of exercise.knobs) {
    const value = all[knob.id];
    if (value !== undefined) scenario = withPath(scenario, knob.path, jsonFor(knob, value));
  }
  return scenario;
}

/** Grades an answer on the exercise's seeds, or on others. Throws ScenarioError when the values make no valid scenario. */
export function grade(exercise: Exercise, values: KnobValues, seeds = exercise.seeds): Grade {
  const steps = gradeInSteps(exercise, values, seeds);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few milliseconds, each yielding how much is done, from 0 to 1. */
export function* gradeInSteps(
  exercise: Exercise,
  values: KnobValues,
  seeds: readonly number[] = exercise.seeds,
): Generator<number, Grade> {
  const scenario = scenarioOf(exercise, values);
  const observed: (number | null)[][] = exercise.goals.map(() => []);
  let compared: number | null = null;
  for (const [index, seed] of seeds.entries()) {
    const result = yield* simulate(scenario, seed, index, seeds.length);
    exercise.goals.forEach((goal, place) => observed[place]?.push(readMetric(result, goal.metric)));
    if (exercise.bestKnown)
      compared = Math.max(compared ?? -Infinity, readMetric(result, exercise.bestKnown.metric) ?? Infinity);
  }
  const goals = exercise.goals.map((goal, place) => outcomeOf(goal, observed[place] ?? [], seeds));
  const failed = goals.findIndex((outcome) => !outcome.passed);
  let diagnosis: Diagnosis | null = null;
  const goal = exercise.goals[failed];
  if (goal !== undefined) {
    // The same seed again gives the same run, this time with whole journeys to look into.
    const worst = goals[failed]?.seed ?? scenario.seed ?? 1;
    const result = yield* simulate(scenario, worst, seeds.length, seeds.length + 1, diagnosisTraces);
    diagnosis = diagnose({ goals: exercise.goals, failed: goal, scenario, result });
  }
  return { passed: failed < 0, goals, seedCount: seeds.length, diagnosis, compared };
}

/** Whether an observed number keeps a goal's bounds; what was not observed does not. */
export function keeps(goal: Goal, observed: number | null): boolean {
  if (observed === null) return false;
  return observed <= (goal.atMost ?? Infinity) && observed >= (goal.atLeast ?? -Infinity);
}

function* simulate(
  scenario: Scenario,
  seed: number,
  place: number,
  of: number,
  traces = 0,
): Generator<number, RunResult> {
  const simulation = start(scenario, { seed, traces, seriesBuckets: 1 });
  while (!simulation.advance(eventsPerStep)) yield Math.min(1, (place + simulation.progress) / of);
  yield Math.min(1, (place + 1) / of);
  return simulation.result();
}

function outcomeOf(goal: Goal, observed: readonly (number | null)[], seeds: readonly number[]): GoalOutcome {
  const shortfalls = observed.map((value) => shortfall(goal, value));
  const worst = shortfalls.indexOf(Math.max(...shortfalls));
  const seedsPassed = observed.filter((value) => keeps(goal, value)).length;
  return {
    observed: observed[worst] ?? null,
    seed: seeds[worst] ?? 0,
    passed: seedsPassed === seeds.length,
    seedsPassed,
  };
}

/** How far a value is beyond its bound (negative: inside); only for comparing seeds. */
function shortfall(goal: Goal, observed: number | null): number {
  if (observed === null) return Number.MAX_VALUE;
  return Math.max(observed - (goal.atMost ?? Infinity), (goal.atLeast ?? -Infinity) - observed);
}
