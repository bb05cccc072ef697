import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeProgress } from './merge.ts';
import { describeGains, readProgressFile, writeProgressFile } from './progress-file.ts';
import { emptyProgress, type Progress } from './progress.ts';

const id = fc.constantFrom('a', 'b', 'c');
const anyProgress: fc.Arbitrary<Progress> = fc.record({
  version: fc.constant(1),
  chapters: fc.dictionary(id, fc.record({ complete: fc.boolean() })),
  exercises: fc.dictionary(
    id,
    fc.record(
      {
        solved: fc.boolean(),
        values: fc.dictionary(id, fc.integer()),
        bestCost: fc.integer({ min: 0, max: 9 }),
      },
      { requiredKeys: ['solved', 'values'] },
    ),
  ),
  predictions: fc.dictionary(id, fc.record({ guess: fc.integer() })),
  reviews: fc.dictionary(id, fc.record({ option: fc.string({ maxLength: 5 }), right: fc.boolean() })),
  notes: fc.dictionary(id, fc.stringMatching(/^[a-z ]{0,9}[a-z]$/)),
});

describe('mergeProgress', () => {
  it('never loses the better of two', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (mine, other) => {
        const { progress } = mergeProgress(mine, other);
        for (const from of [mine, other]) {
          for (const [key, chapter] of Object.entries(from.chapters))
            if (chapter.complete) expect(progress.chapters[key]?.complete).toBe(true);
          for (const [key, exercise] of Object.entries(from.exercises)) {
            if (exercise.solved) expect(progress.exercises[key]?.solved).toBe(true);
            if (exercise.bestCost !== undefined)
              expect(progress.exercises[key]?.bestCost).toBeLessThanOrEqual(exercise.bestCost);
          }
          for (const [key, review] of Object.entries(from.reviews))
            if (review.right) expect(progress.reviews[key]?.right).toBe(true);
          for (const [key, note] of Object.entries(from.notes))
            expect(progress.notes[key]).toContain(note.trim());
        }
        expect(progress.predictions).toMatchObject(mine.predictions);
      }),
    );
  });

  it('changes nothing when the same comes again', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (mine, other) => {
        const once = mergeProgress(mine, other).progress;
        const again = mergeProgress(once, other);
        expect(again.progress).toEqual(once);
        expect(Object.values(again.gains).every((gained) => gained === 0)).toBe(true);
      }),
    );
  });
});

describe('a file of progress', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const file = readProgressFile(writeProgressFile(progress, '2026-11-26'));
        expect(file).toEqual({ kind: 'progress', progress, rejected: 0 });
      }),
    );
  });

  it('may hold anything at all', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"format":"headroom-progress","version":1,"progress":${text}}`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const file = readProgressFile(text);
        if (file.kind === 'problem') expect(file.message).toContain('Nothing has changed.');
        else expect(mergeProgress(emptyProgress(), file.progress).progress).toEqual(file.progress);
      }),
    );
  });

  it.each([
    ['of an older form', '{"version":1,"chapters":{"a":{"complete":true}}}', 0],
    [
      'of a newer version',
      '{"format":"headroom-progress","version":2,"progress":{"version":2,"chapters":{"a":{"complete":true}}}}',
      2,
    ],
  ])('%s is taken as far as it is understood', (_, text, rejected) => {
    expect(readProgressFile(text)).toMatchObject({
      kind: 'progress',
      rejected,
      progress: { chapters: { a: { complete: true } } },
    });
  });

  it.each([
    ['[1]', 'holds no progress'],
    ['{"format":"another"}', 'of this course'],
    ['{', 'is not JSON'],
    ['1'.repeat(2_000_001), 'far too large'],
  ])('%.20s is refused with a reason', (text, reason) => {
    expect(readProgressFile(text)).toMatchObject({ message: expect.stringContaining(reason) as string });
  });

  it('says what was taken', () => {
    const gains = { chapters: 0, exercises: 2, predictions: 0, reviews: 1, notes: 1 };
    expect(describeGains(gains, 0)).toContain('2 exercises, 1 review question and 1 note.');
    expect(describeGains({ ...gains, exercises: 0, reviews: 0, notes: 0 }, 1)).toContain(
      'Nothing in the file',
    );
    expect(describeGains(gains, 1)).toContain('keep the file');
  });
});
