import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSeed, defaultValues, rangePositions } from '../knobs.ts';
import type { Knob, KnobValue } from '../lab.ts';
import { decodeShareLink, encodeShareLink } from '../share-link.ts';
import { exampleLab } from './example-lab.ts';

const defaults = defaultValues(exampleLab);

function anyValue(knob: Knob): fc.Arbitrary<KnobValue> {
  if (knob.kind === 'switch') return fc.boolean();
  if (knob.kind === 'choice') return fc.constantFrom(...knob.options.map((option) => option.value));
  return fc.constantFrom(...rangePositions(knob, Number(defaults[knob.id])));
}

const anyValues = fc.record(Object.fromEntries(exampleLab.knobs.map((knob) => [knob.id, anyValue(knob)])));

test('a link says which lab, which version, which seed and what was turned', () => {
  const link = encodeShareLink(exampleLab, { ...defaults, rate: 90, slow: false }, 8);
  expect(link).toBe('lab=slow-server&v=1&seed=8&rate=90&slow=off');
});

test('what is shared arrives', () => {
  fc.assert(
    fc.property(anyValues, fc.integer({ min: 0, max: 4_294_967_295 }), (values, seed) => {
      const link = decodeShareLink(exampleLab, `#${encodeShareLink(exampleLab, values, seed)}`);
      expect(link).toEqual({ kind: 'state', values, seed });
    }),
  );
});

test('nothing that an address can hold does harm', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }).map((text) => `lab=slow-server&v=1&${text}`),
    fc.tuple(fc.string(), fc.string()).map(([name, value]) => `#lab=slow-server&v=1&${name}=${value}`),
  );
  fc.assert(
    fc.property(junk, (fragment) => {
      const link = decodeShareLink(exampleLab, fragment);
      if (link.kind !== 'state') return;
      expect(Object.keys(link.values)).toEqual(Object.keys(defaults));
      expect(link.seed).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['', 'none'],
  ['#the-idea', 'none'],
  ['#lab=another&v=1', 'other'],
  ['#lab=slow-server&v=1', 'state'],
])('%s is %s', ([fragment, kind]) => {
  expect(decodeShareLink(exampleLab, fragment!).kind).toBe(kind);
});

test('a link without a seed has that of the lesson', () => {
  expect(decodeShareLink(exampleLab, 'lab=slow-server&v=1')).toMatchObject({ seed: defaultSeed(exampleLab) });
});

test.for([
  ['rate=99999', '“rate” is “99999”; expected a number from 10 to 100 in steps of 5'],
  ['rate=61', '“rate” is “61”'],
  ['rate=1e999', '“rate” is “1e999”'],
  ['rate=NaN', '“rate” is “NaN”'],
  ['rate=', '“rate” is “”'],
  ['rate=60&rate=65', 'it sets “rate” twice'],
  ['policy=best', '“policy” is “best”; expected one of random, round-robin, least'],
  ['slow=true', '“slow” is “true”; expected on or off'],
  ['seed=-1', 'seed is “-1”; expected a whole number'],
  ['seed=4294967296', 'seed is “4294967296”'],
  ['speed=2', 'this instrument has no knob “speed”'],
  ['__proto__=1', 'this instrument has no knob “__proto__”'],
  [`x=${'y'.repeat(3000)}`, 'characters long'],
  ['%E0%A4%A=1', 'this instrument has no knob'],
])('a link with %s is refused, with the reason', ([field, reason]) => {
  const link = decodeShareLink(exampleLab, `#lab=slow-server&v=1&${field}`);
  expect(link).toMatchObject({ kind: 'problem', message: expect.stringContaining(reason!) as string });
});

test('a link of another version says so', () => {
  const link = decodeShareLink(exampleLab, '#lab=slow-server&v=7&rate=60');
  expect(link).toMatchObject({ message: expect.stringContaining('its version is “7”') as string });
});
