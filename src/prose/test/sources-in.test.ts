import { expect, it, test } from 'vitest';
import { partsOfSource, sourcesIn } from '../sources-in.ts';

it('reads the list of a chapter, without remarks', () => {
  const text = `## Sources

<Sources>

- J. D. C. Little, ‘A proof’, *Operations
  Research* 9 (1961).
- B. Beyer and others, *SRE* (2016).
- What the model leaves out here: the network.

</Sources>

- Not one.
`;
  expect(sourcesIn(text)).toEqual([
    'J. D. C. Little, ‘A proof’, *Operations Research* 9 (1961).',
    'B. Beyer and others, *SRE* (2016).',
  ]);
  expect(sourcesIn('No list.')).toEqual([]);
});

test.each([
  ['plain', [{ text: 'plain' }]],
  ['a *b* c', [{ text: 'a ' }, { text: 'b', as: 'emphasis' }, { text: ' c' }]],
  [
    '`least_conn` and `random two`',
    [{ text: 'least_conn', as: 'code' }, { text: ' and ' }, { text: 'random two', as: 'code' }],
  ],
  ['[the *paper*](https://x.org/a_b)', [{ text: 'the paper', href: 'https://x.org/a_b' }]],
  ['at <https://x.org>', [{ text: 'at ' }, { text: 'https://x.org', href: 'https://x.org' }]],
  ['*ngx_http_upstream_module*', [{ text: 'ngx_http_upstream_module', as: 'emphasis' }]],
])('%s', (source, parts) => expect(partsOfSource(source)).toEqual(parts));
