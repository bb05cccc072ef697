import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exercises } from '#exercises';
import { solutions } from '#solutions';
import type { ExerciseDescription } from '#widgets';
import { expect, it } from 'vitest';
import { proveExercise } from '../src/exercises/test/exercise-contract.ts';

const docs = join(import.meta.dirname, 'docs');
const files = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\/exercises\/[^/]+\.ts$/.test(file) && !file.endsWith('.solution.ts'));

it('there are exercises, each with an id and a reference solution of its own', () => {
  const ids = exercises.map((exercise) => exercise.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(solutions.map((solution) => solution.exercise).toSorted()).toEqual(ids.toSorted());
});

it.each(files)('%s is listed in content/exercises.ts, and named after its chapter', async (file) => {
  const described = Object.values((await import(join(docs, file))) as Record<string, unknown>).filter(
    isExercise,
  );
  expect(described).not.toEqual([]);
  const [chapter] = file.split('/');
  for (const { id } of described) {
    expect(id).toMatch(new RegExp(`^${chapter}/`));
    expect(exercises.map((exercise) => exercise.id)).toContain(id);
  }
});

for (const exercise of exercises) {
  const solution = solutions.find((each) => each.exercise === exercise.id);
  if (solution !== undefined) proveExercise(exercise, solution);
}

function isExercise(exported: unknown): exported is ExerciseDescription {
  return typeof exported === 'object' && exported !== null && 'goals' in exported;
}
