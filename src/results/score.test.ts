import { expect, it, test } from 'vitest';
import { emptyProgress, withExercise, withPrediction, withReview } from '../progress/progress.ts';
import { scoreOf, shareText, sumOf, type ChapterTasks } from './score.ts';

const chapter: ChapterTasks = {
  number: 8,
  slug: 'load-balancing',
  title: 'Load balancing',
  address: '/load-balancing/',
  exercises: [
    { id: 'load-balancing/one', title: 'One' },
    { id: 'load-balancing/two', title: 'Two' },
  ],
  predictions: [
    {
      question: {
        kind: 'bars',
        id: 'load-balancing/bars',
        question: 'How much?',
        as: 'ratio',
        label: 'share',
        bars: [{ label: 'a', metric: 'overall.successRatio' }],
        minimum: 0,
        maximum: 1,
        step: 0.1,
      },
      truth: { values: [0.5] },
    },
    {
      question: {
        kind: 'choice',
        id: 'load-balancing/choice',
        question: 'Which?',
        as: 'seconds',
        metric: 'overall.latencySecondsP99',
        right: 'lowest',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      },
      truth: { option: 'a', values: [1] },
    },
  ],
  reviews: ['load-balancing/q', 'load-balancing/r'],
};

it('counts what was solved, guessed close and answered rightly', () => {
  let progress = withExercise(emptyProgress(), 'load-balancing/two', {
    solved: true,
    values: {},
    bestCost: 265,
  });
  progress = withExercise(progress, 'load-balancing/one', { solved: false, values: {} });
  progress = withExercise(progress, 'single-server/other', { solved: true, values: {} });
  progress = withPrediction(progress, 'load-balancing/bars', { guess: [0.52] });
  progress = withPrediction(progress, 'load-balancing/choice', { guess: 'b' });
  progress = withReview(progress, 'load-balancing/q', { option: 'x', right: true });
  progress = withReview(progress, 'load-balancing/r', { option: 'x', right: false });
  expect(scoreOf(progress, chapter)).toEqual({
    complete: false,
    solved: { done: 1, of: 2 },
    best: new Map([['load-balancing/two', 265]]),
    right: { done: 1, of: 2 },
    answered: { done: 1, of: 2 },
  });
});

it('counts only guesses that were made and can be shown', () => {
  const progress = withPrediction(emptyProgress(), 'load-balancing/bars', { guess: 'a' });
  expect(scoreOf(progress, chapter).right).toEqual({ done: 0, of: 0 });
});

test('shares add up, and nothing of nothing is an en dash', () => {
  const sum = sumOf([
    { done: 1, of: 2 },
    { done: 2, of: 3 },
  ]);
  expect(shareText(sum)).toBe('3 of 5');
  expect(shareText(sumOf([]))).toBe('–');
});
