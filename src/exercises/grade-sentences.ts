import { formatRatio, formatValue } from '../prose/format.ts';
import type { BestKnown, Exercise, Goal } from './exercise.ts';
import type { Grade } from './grade.ts';

/** A goal's bound: '≤ 250 ms', '≥ 99.9 %'. */
export function limitOf(goal: Goal): string {
  return goal.atMost === undefined
    ? `≥\u00a0${formatValue(goal.atLeast, goal.as)}`
    : `≤\u00a0${formatValue(goal.atMost, goal.as)}`;
}

/** The outcome of a check in a sentence. */
export function outcomeSentence(exercise: Exercise, { goals, passed, seedCount }: Grade): string {
  const every = `every one of ${seedCount} seeds`;
  if (passed)
    return `${goals.length === 1 ? 'The goal holds' : `All ${goals.length} goals hold`} on ${every}.`;
  const held = goals.filter((goal) => goal.passed).length;
  const summary = `${held} of ${goals.length} goals hold on ${every}.`;
  const lucky = goals.findIndex((goal) => !goal.passed && goal.seedsPassed > 0);
  if (lucky < 0) return summary;
  return `${summary} “${exercise.goals[lucky]?.label}” holds on ${goals[lucky]?.seedsPassed} only: that is luck.`;
}

/** The best passing answer so far, in a few words: 'best so far $325, 23 % more than the best known'. */
export function bestSoFar(bestKnown: BestKnown, best: number): string {
  const excess = best / bestKnown.value - 1;
  const yours = `best so far ${formatValue(best, bestKnown.as)}`;
  if (Math.abs(excess) < 0.005) return `${yours}, as good as any known`;
  const difference = formatRatio(Math.abs(excess), 2);
  return `${yours}, ${difference} ${excess > 0 ? 'more' : 'less'} than the best known`;
}

/** A passing answer beside the best known one: 'Your monthly bill is $612, 18 % more than the best known.' */
export function comparisonSentence(bestKnown: BestKnown, compared: number): string {
  const excess = compared / bestKnown.value - 1;
  const yours = `${bestKnown.label} is ${formatValue(compared, bestKnown.as)}`;
  if (Math.abs(excess) < 0.005) return `${yours}: nobody is known to have done better.`;
  const difference = formatRatio(Math.abs(excess), 2);
  return excess > 0
    ? `${yours}, ${difference} more than the best known. Can you find it?`
    : `${yours}, ${difference} less than the best that was known. You have found something new.`;
}
