import { describe, expect, it } from 'vitest';
import { checkChapter, checkProgress } from './check-chapter.ts';

const course = [
  { number: 1, slug: 'caching', title: 'Caching', question: 'How much?', ready: true },
  { number: 2, slug: 'sharding', title: 'Sharding', question: 'Which?', ready: false },
];
const caching = {
  title: 'Caching',
  chapter: 1,
  headline: 'How much?',
  description: 'Copies.',
  lead: 'A copy.',
  minutes: 30,
  objectives: ['Choose a size'],
  terms: ['cache'],
};

describe('a chapter', () => {
  it('is as the map of the course has it', () => {
    expect(() => {
      checkChapter('caching', caching, course);
    }).not.toThrow();
  });

  it.each([
    ['queues', caching, /^chapter "queues": .* no such chapter; expected a line for it there$/],
    ['caching', { ...caching, chapter: 3 }, /^chapter "caching": chapter is 3; expected 1 as in /],
    ['caching', { ...caching, title: 'Caches' }, /title is "Caches"; expected "Caching" as in /],
    ['sharding', { ...caching, chapter: 2, title: 'Sharding' }, /it is planned in .*; expected ready/],
    [
      'caching',
      { ...caching, minutes: undefined },
      /its frontmatter has no minutes; expected headline, description, lead, minutes, objectives, terms$/,
    ],
  ])('%s with %o is refused', (slug, frontmatter, message) => {
    expect(() => {
      checkChapter(slug, frontmatter, course);
    }).toThrow(message);
  });
});

describe('its progress', () => {
  const page = { slug: 'caching', text: '<Exercise exercise={a} /> and <Exercise exercise={b} />' };

  it('is kept under its own name, with all of its exercises', () => {
    expect(() => {
      checkProgress(page, { chapter: 'caching', exercises: 2 });
    }).not.toThrow();
  });

  it.each([
    [{ chapter: 'cache', exercises: 2 }, /chapter is "cache"; expected "caching"/],
    [{ chapter: 'caching', exercises: 1 }, /exercises are 1; expected the 2 of chapter "caching"/],
  ])('%o is refused', (given, message) => {
    expect(() => {
      checkProgress(page, given);
    }).toThrow(message);
  });
});
