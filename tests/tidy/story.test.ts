import { expect, it } from 'vitest';
import { busyRate, story } from '../../content/story.ts';
import { parts, readyChapters } from '../../src/site/course-map.ts';

it('goes through chapters of the course in their order, and traffic never falls', () => {
  const course = parts.flatMap(({ chapters }) => chapters.map(({ slug }) => slug));
  const told = story.map(({ chapter }) => chapter);
  expect(told).toEqual(course.slice(0, told.length));
  const rates = told.map(busyRate);
  expect(rates).toEqual(rates.toSorted((a, b) => a - b));
});

it.each(readyChapters)('has a line for $slug, which can be read', ({ slug }) => {
  expect(
    story.map(({ chapter }) => chapter),
    'chapters of content/story.ts',
  ).toContain(slug);
});

it('names the chapters that it has when asked for another', () => {
  expect(() => busyRate('sharding')).toThrow(/chapter is "sharding"; expected one of two-points-of-view, /);
});
