import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chapterIsComplete,
  emptyProgress,
  entryOf,
  parseProgress,
  withChapter,
  withExercise,
  withNote,
  withPrediction,
  withReview,
} from './progress.ts';
import type { Progress } from './progress.ts';

const full: Progress = {
  version: 1,
  chapters: { 'single-server': { complete: true } },
  exercises: {
    'single-server/steady': {
      solved: true,
      values: { rate: 90, policy: 'random', on: true },
      bestCost: 12.5,
    },
  },
  predictions: { 'single-server/guess': { guess: 3 }, 'single-server/curve': { guess: [1, 2, 3] } },
  reviews: { 'single-server/r1': { option: 'a', right: false } },
  notes: { 'single-server': 'Knee at 80 %.\n\n— why?' },
};

describe('parseProgress', () => {
  it('gives back what was saved', () => {
    expect(parseProgress(JSON.parse(JSON.stringify(full)))).toEqual({ progress: full, rejected: 0 });
  });

  it('never throws and always yields well-formed progress', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { progress } = parseProgress(value);
        expect(parseProgress(JSON.parse(JSON.stringify(progress)))).toEqual({ progress, rejected: 0 });
      }),
    );
  });

  it('survives any damage to one place', () => {
    const places = ['chapters', 'exercises', 'predictions', 'reviews', 'notes', 'version'];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const { progress } = parseProgress({ ...full, [place]: value });
        expect(parseProgress(progress).rejected).toBe(0);
      }),
    );
  });

  it('keeps the good entries beside the bad ones', () => {
    const damaged = { ...full, exercises: { ...full.exercises, broken: { solved: 'yes' }, '__ proto': 1 } };
    expect(parseProgress(damaged)).toEqual({ progress: full, rejected: 2 });
  });

  it('takes what it understands from another version, and says that it is not all', () => {
    const newer = { ...full, version: 2, medals: ['gold'] };
    expect(parseProgress(newer)).toEqual({ progress: full, rejected: 1 });
  });

  it('does not take a name from the object prototype for an entry', () => {
    expect(entryOf(emptyProgress().exercises, 'constructor')).toBeUndefined();
    const { progress } = parseProgress(
      JSON.parse('{"version":1,"exercises":{"__proto__":{"solved":true,"values":{}}}}'),
    );
    expect(entryOf(progress.exercises, 'solved')).toBeUndefined();
  });

  it('limits how much it takes in', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`c${index}`, { complete: true }]),
    );
    expect(Object.keys(parseProgress({ version: 1, chapters: many }).progress.chapters)).toHaveLength(1000);
  });
});

describe('changes', () => {
  it('keeps an exercise solved and its best cost after a worse or failed check', () => {
    const solved = withExercise(emptyProgress(), 'x', { solved: true, values: { n: 2 }, bestCost: 10 });
    const worse = withExercise(solved, 'x', { solved: true, values: { n: 3 }, bestCost: 20 });
    const failed = withExercise(worse, 'x', { solved: false, values: { n: 1 }, bestCost: 5 });
    expect(failed.exercises.x).toEqual({ solved: true, values: { n: 1 }, bestCost: 10 });
  });

  it('does not lose a right answer', () => {
    const right = withReview(emptyProgress(), 'q', { option: 'b', right: true });
    expect(withReview(right, 'q', { option: 'a', right: false }).reviews.q).toEqual({
      option: 'a',
      right: true,
    });
  });

  it('forgets a guess on request', () => {
    const guessed = withPrediction(emptyProgress(), 'p', { guess: 4 });
    expect(withPrediction(guessed, 'p', null).predictions).toEqual({});
  });
});

describe('a note', () => {
  const noted = withNote(emptyProgress(), 'c', 'one', '');

  it('is written, changed and forgotten', () => {
    expect(noted.notes).toEqual({ c: 'one' });
    expect(withNote(noted, 'c', 'one two', 'one').notes).toEqual({ c: 'one two' });
    expect(withNote(noted, 'c', '  ', 'one').notes).toEqual({});
  });

  it('keeps both texts where another tab wrote meanwhile', () => {
    expect(withNote(noted, 'c', 'mine', '').notes.c).toBe('mine\n\none');
    expect(withNote(noted, 'c', 'one more', '').notes.c).toBe('one more');
  });

  it('has a limit', () => {
    expect(withNote(noted, 'c', 'x'.repeat(30_000), 'one').notes.c).toHaveLength(20_000);
    expect(parseProgress({ ...full, notes: { c: 'x'.repeat(20_001) } }).rejected).toBe(1);
  });
});

describe('chapterIsComplete', () => {
  const tasks = { exercises: ['x'], reviews: ['q'] };
  const solved = withExercise(emptyProgress(), 'x', { solved: true, values: {} });
  const done = withReview(solved, 'q', { option: 'a', right: false });

  it.each([
    ['nothing done', emptyProgress(), false],
    ['exercise only', solved, false],
    ['everything done', done, true],
    ['marked by hand', withChapter(emptyProgress(), 'c', true), true],
    ['done, but taken back by hand', withChapter(done, 'c', false), false],
  ])('%s', (_, progress, complete) => {
    expect(chapterIsComplete(progress, 'c', tasks)).toBe(complete);
  });

  it('asks for a mark where there are no tasks', () => {
    expect(chapterIsComplete(done, 'c', { exercises: [], reviews: [] })).toBe(false);
  });
});
