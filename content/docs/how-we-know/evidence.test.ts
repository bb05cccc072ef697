import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groundTruth } from '../../../verify/ground-truth.ts';
import { counts, evidence, misses, modelOf, outcomeOf, waiting } from './evidence.ts';
import { formulas } from './formulas.ts';
import { leftOut } from './left-out.ts';
import { models, otherModel } from './models.ts';
import { quantityInWords } from './quantities.ts';

const description = readFileSync(new URL('../../../sim-core/model.md', import.meta.url), 'utf8');

describe('the evidence', () => {
  it('has a model for every case', () => {
    expect(groundTruth.filter(({ id }) => modelOf(id) === otherModel).map(({ id }) => id)).toEqual([]);
    expect(new Set(models.map(({ slug }) => slug)).size).toBe(models.length);
  });

  it('shows every value, and every miss', () => {
    expect(evidence.flatMap(({ rows }) => rows)).toHaveLength(counts.values);
    expect(counts.missed).toBeLessThanOrEqual(misses.length);
    expect(waiting.flatMap(({ ids }) => ids)).toHaveLength(counts.notYet);
  });

  it('tells what missed from what is off', () => {
    const verdict = { id: 'a', metric: 'W', expected: 1, simulated: 1, halfWidth: 0.1, tolerance: 1 };
    const [inside, passed] = [true, true];
    expect(outcomeOf({ ...verdict, insideInterval: inside, passed })).toBe('inside');
    expect(outcomeOf({ ...verdict, insideInterval: false, passed })).toBe('misses');
    expect(outcomeOf({ ...verdict, insideInterval: null, passed })).toBe('near');
    expect(outcomeOf({ ...verdict, halfWidth: null, insideInterval: null, passed })).toBe('same');
    const hashed = { ...verdict, simulated: 1.1, halfWidth: null, insideInterval: null, passed };
    expect(outcomeOf(hashed)).toBe('near');
    expect(outcomeOf({ ...verdict, insideInterval: inside, passed: false })).toBe('off');
  });
});

describe('words', () => {
  it('stand for quantities', () => {
    expect(quantityInWords('W')).toBe('time in the system');
    expect(quantityInWords('p12')).toBe('share of time with 12 inside');
    expect(quantityInWords('p_stale[2]')).toBe('share of stale reads, 3');
    expect(quantityInWords('misses[LRU]')).toBe('misses, LRU');
    expect(quantityInWords('end_all_of_it')).toBe('end all of it');
  });

  it('stand beside every formula, which is well-formed', () => {
    for (const { lines, inWords } of Object.values(formulas)) {
      expect(inWords).toMatch(/^[A-Z].*\.$/);
      for (const line of lines) {
        const open = [...line.matchAll(/<(\w+)/g)].length;
        expect(line.split('</')).toHaveLength(open + 1);
        expect(line).not.toContain('undefined');
      }
    }
  });
});

describe('what is left out', () => {
  it('is the list of the description of the model', () => {
    const entries = leftOut(description);
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      const text = entry.map((run) => run.text).join('');
      expect(text).not.toMatch(/[`\n]|\*\*/);
      expect(entry[0]?.kind).toBe('strong');
    }
  });

  it('is refused where there is none', () => {
    expect(() => leftOut('# The model\n')).toThrow(/no list/);
    expect(leftOut('## What is left out\n\n- **A** b `c_d` _e_.\n')).toEqual([
      [
        { text: 'A', kind: 'strong' },
        { text: ' b ', kind: 'plain' },
        { text: 'c_d', kind: 'code' },
        { text: ' ', kind: 'plain' },
        { text: 'e', kind: 'emphasis' },
        { text: '.', kind: 'plain' },
      ],
    ]);
  });
});
