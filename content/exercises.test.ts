import { exercises } from '#exercises';
import { solutions } from '#solutions';
import { expect, it } from 'vitest';
import { proveExercise } from '../src/exercises/test/exercise-contract.ts';

it('there are exercises, each with an id and a reference solution of its own', () => {
  const ids = exercises.map((exercise) => exercise.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(solutions.map((solution) => solution.exercise).toSorted()).toEqual(ids.toSorted());
});

for (const exercise of exercises) {
  const solution = solutions.find((each) => each.exercise === exercise.id);
  if (solution !== undefined) proveExercise(exercise, solution);
}
