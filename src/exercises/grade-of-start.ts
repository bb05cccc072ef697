import type { Exercise } from './exercise.ts';
import { grade, type Grade } from './grade.ts';

const graded = new WeakMap<Exercise, Grade>();

/**
 * What an exercise shows before anybody answers, graded once a build for all pages that show it.
 * Throws RangeError where the start already meets every goal: a mistake in the lesson.
 */
export function gradeOfStart(exercise: Exercise): Grade {
  const known = graded.get(exercise);
  if (known) return known;
  const found = { ...grade(exercise, exercise.start), diagnosis: null };
  if (found.passed) throw new RangeError(`exercise "${exercise.id}": its start already meets every goal`);
  graded.set(exercise, found);
  return found;
}
