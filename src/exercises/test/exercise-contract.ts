import { parseScenario } from '#sim-core';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../prose/sentence.ts';
import type { KnobValue } from '../../widgets/lab.ts';
import { checkStop, endsOf } from '../../widgets/knobs.ts';
import { valuesFrom } from '../exercise.ts';
import type { Exercise } from '../exercise.ts';
import { grade, scenarioOf } from '../grade.ts';
import type { Solution } from '../solution.ts';

/** Seeds that no exercise lists: what passes on these too did not pass by luck. */
const otherSeeds = Array.from({ length: 20 }, (_, index) => 910_001 + 37 * index);

/**
 * Proves an exercise without a browser: the start fails, the reference solution
 * passes on every seed and on twenty others, nothing passes without the taught
 * lever, and no trap does.
 */
export function proveExercise(exercise: Exercise, solution: Solution): void {
  describe(`exercise ${exercise.id}`, () => {
    proveForm(exercise, solution);

    it('fails as it starts, and says why', () => {
      expectFailure(exercise, exercise.start);
    });

    it('passes with the reference solution on every listed seed', () => {
      const { passed, goals, compared } = grade(exercise, solution.values);
      expect(passed, observedOf(exercise, goals)).toBe(true);
      expectBestKnown(exercise, compared);
    });

    it('passes with it on twenty other seeds', () => {
      const { passed, goals } = grade(exercise, solution.values, otherSeeds);
      expect(passed, observedOf(exercise, goals)).toBe(true);
    });

    it('says whether there is more than one good answer', () => {
      expect(exercise.severalAnswers ?? false).toBe(solution.alternatives !== undefined);
    });

    it.each(solution.alternatives ?? [])('passes with another good answer: %o', (values) => {
      const { passed, goals } = grade(exercise, values);
      expect(passed, observedOf(exercise, goals)).toBe(true);
      expect(valuesFrom(exercise, values)).not.toEqual(valuesFrom(exercise, solution.values));
    });

    it(`fails without the lever "${exercise.lever}"`, () => {
      expectFailure(exercise, solution.withoutLever);
      expectFailure(exercise, { ...solution.values, [exercise.lever]: exercise.start[exercise.lever]! });
    });

    it.each([
      ['first', 0],
      ['last', -1],
    ])('fails with every knob at its %s end', (_, place) => {
      const values = Object.fromEntries(exercise.knobs.map((knob) => [knob.id, endsOf(knob).at(place)!]));
      const { passed, goals } = grade(exercise, values);
      expect(passed, observedOf(exercise, goals)).toBe(false);
    });

    it.each(exercise.traps)('fails when the answer is: $name', ({ values }) => {
      expectFailure(exercise, values);
    });
  });
}

function expectFailure(exercise: Exercise, values: Exercise['start']): void {
  const { passed, goals, diagnosis } = grade(exercise, values);
  expect(passed, observedOf(exercise, goals)).toBe(false);
  expect(plainText(diagnosis?.sentence ?? [])).toMatch(/^[A-Z0-9].{30,400}\?$/);
}

/** To half a percent: what is told to readers has fewer digits than what is measured. */
function expectBestKnown({ bestKnown }: Exercise, reached: number | null): void {
  if (bestKnown === undefined || Math.abs((reached ?? 0) / bestKnown.value - 1) < 0.005) return;
  throw new RangeError(`bestKnown.value is ${bestKnown.value}; the solution reaches ${reached}`);
}

/** What a person would get wrong while writing the data down. */
function proveForm(exercise: Exercise, solution: Solution): void {
  it('is plain data with five seeds, hints, and goals that have one bound each', () => {
    expect(JSON.parse(JSON.stringify(exercise))).toEqual(exercise);
    expect(exercise.id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    expect(new Set(exercise.seeds).size, 'seeds').toBe(5);
    expect(exercise.hints.length, 'hints').toBeGreaterThanOrEqual(2);
    expect(exercise.traps.length, 'traps').toBeGreaterThanOrEqual(1);
    for (const goal of exercise.goals) {
      const bounds = [goal.atMost, goal.atLeast].filter((bound) => bound !== undefined);
      expect(bounds, `bounds of ${goal.metric}`).toHaveLength(1);
    }
  });

  it('names only knobs that it has, at positions that they can take', () => {
    const ids = exercise.knobs.map((knob) => knob.id);
    expect(Object.keys(exercise.start).toSorted(), 'knobs in start').toEqual(ids.toSorted());
    const named = [
      exercise.start,
      solution.values,
      solution.withoutLever,
      ...(solution.alternatives ?? []),
      ...exercise.traps.map((trap) => trap.values),
    ];
    for (const values of named) {
      for (const [id, value] of Object.entries(values)) expectPosition(exercise, id, value);
    }
    const { lever, start } = exercise;
    expect(start).toHaveProperty([lever]);
    expect(valuesFrom(exercise, solution.values)[lever]).not.toEqual(start[lever]);
    expect(valuesFrom(exercise, solution.withoutLever)[lever]).toEqual(start[lever]);
  });

  it('makes a valid scenario wherever a knob stands', () => {
    for (const knob of exercise.knobs) {
      for (const value of endsOf(knob)) {
        expect(
          () => parseScenario(scenarioOf(exercise, { [knob.id]: value })),
          `${knob.id} at ${value}`,
        ).not.toThrow();
      }
    }
  });
}

function expectPosition(exercise: Exercise, id: string, value: KnobValue): void {
  const knob = exercise.knobs.find((each) => each.id === id);
  expect(
    exercise.knobs.map((each) => each.id),
    'knobs',
  ).toContain(id);
  if (knob?.kind === 'range') {
    // Where a knob starts it may stand anywhere on a step; elsewhere it has to have a stop there.
    const start = exercise.start[id] as number;
    expect(start, id).toBeGreaterThanOrEqual(knob.minimum);
    expect(start, id).toBeLessThanOrEqual(knob.maximum);
    const steps = (start - knob.minimum) / knob.step;
    expect(Math.abs(steps - Math.round(steps)), `${id}: ${start} is not on a step`).toBeLessThan(1e-6);
    checkStop(knob, start, value as number);
  } else if (knob !== undefined) expect(endsOf(knob), id).toContain(value);
}

function observedOf(exercise: Exercise, goals: ReturnType<typeof grade>['goals']): string {
  return exercise.goals
    .map((goal, place) => {
      const outcome = goals[place]!;
      const bound = goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
      return `${goal.metric} ${outcome.observed} ${bound}: ${outcome.seedsPassed} seeds pass, worst ${outcome.seed}`;
    })
    .join('; ');
}
