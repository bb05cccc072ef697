import { describe, expect, it, test } from 'vitest';
import { checkTerms, Glossary, termId, termsMarkedIn, type GlossaryEntry } from '../glossary.ts';

const cache: GlossaryEntry = { term: 'cache', also: ['caches'], definition: 'Copies.', chapter: 'caching' };
const ttl: GlossaryEntry = { term: 'TTL', definition: 'How long.', see: ['cache'], chapter: 'cdn' };

test.each([
  ['power of two choices', 'power-of-two-choices'],
  ['CI/CD', 'ci-cd'],
  ['Little’s law', 'littles-law'],
  ['N+1', 'n-1'],
])('the anchor of %s is %s', (term, id) => expect(termId(term)).toBe(id));

describe('Glossary', () => {
  it('finds an entry by each of its words, whatever the case', () => {
    const glossary = new Glossary([ttl, cache]);
    expect(glossary.find('Caches')).toBe(cache);
    expect(glossary.find('ttl')).toBe(ttl);
    expect(glossary.find('constructor')).toBeUndefined();
    expect(glossary.entries.map(({ term }) => term)).toEqual(['cache', 'TTL']);
  });

  it('refuses a word that stands for two entries', () => {
    expect(() => new Glossary([cache, { ...ttl, also: ['Cache'] }])).toThrow(
      'glossary: "Cache" stands for "cache" and for "TTL"',
    );
  });

  it('refuses a reference to nothing', () => {
    expect(() => new Glossary([ttl])).toThrow('glossary: "TTL" refers to "cache", which is no entry');
  });
});

describe('the terms of a chapter', () => {
  const text =
    'A <Term of="caches" /> keeps copies, as <Term kind="data" of={\'TTL\'}>long</Term> as it may.';

  it('are read off its text', () => {
    expect(termsMarkedIn(text)).toEqual(['caches', 'TTL']);
    expect(termsMarkedIn('<Term kind="data">rows</Term> <Out of="cache" />')).toEqual([]);
  });

  it('have to be in the glossary and in the text', () => {
    const glossary = new Glossary([cache, ttl]);
    expect(() => checkTerms(glossary, 'x', ['cache', 'TTL'], text)).not.toThrow();
    expect(() => checkTerms(glossary, 'x', ['cash'], text)).toThrow('its term "cash" is not in the glossary');
    expect(() => checkTerms(glossary, 'x', ['TTL'], '<Term of="cache" />')).toThrow(
      'its term "TTL" is nowhere in the text; expected <Term of="TTL">',
    );
  });
});
