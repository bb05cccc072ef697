import type { Scenario } from '#sim-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultStance } from '../default-stance.ts';
import { defaultSeed, defaultValues, rangePositions, scenarioFor } from '../knobs.ts';
import type { Knob, KnobValue, Lab } from '../lab.ts';
import { noInterventions, withIntervention } from '../interventions.ts';
import { harmTo } from '../reader-faults.ts';
import type { LabSetting } from '../setting.ts';
import { decodeShareLink, encodeShareLink } from '../share-link.ts';
import { exampleLab } from './example-lab.ts';

const defaults = defaultValues(exampleLab);

function anyValue(knob: Knob): fc.Arbitrary<KnobValue> {
  if (knob.kind === 'switch') return fc.boolean();
  if (knob.kind === 'choice') return fc.constantFrom(...knob.options.map((option) => option.value));
  return fc.constantFrom(...rangePositions(knob, Number(defaults[knob.id])));
}

const anyValues = fc.record(Object.fromEntries(exampleLab.knobs.map((knob) => [knob.id, anyValue(knob)])));

const anyHarm = fc
  .record({
    harm: fc.constantFrom('crash' as const, 'slow' as const),
    node: fc.constantFrom('server', 'balancer'),
    instance: fc.integer({ min: 0, max: 4 }),
    atSeconds: fc.integer({ min: 0, max: 60_000 }).map((milliseconds) => milliseconds / 1000),
    forSeconds: fc.constantFrom(0.5, 1, 10, 20),
  })
  .map(({ harm, node, instance, ...spell }) => harmTo(exampleLab.scenario, harm, { node, instance }, spell));

const anySetting: fc.Arbitrary<LabSetting> = fc.record({
  values: anyValues,
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  interventions: fc
    .array(anyHarm, { maxLength: 5 })
    .map((harms) => harms.reduce((all, harm) => (harm ? withIntervention(all, harm) : all), noInterventions)),
});

const asItComes = defaultStance(exampleLab);
const seriesIndex = exampleLab.charts.findIndex(({ kind }) => kind === 'time-series');
/** The same lab somewhere on earth. */
const placedLab: Lab = {
  ...exampleLab,
  scenario: { ...exampleLab.scenario, regions: { here: { latitude: 0, longitude: 0 } } },
};

const anyStance = fc.record({
  momentSeconds: fc.option(fc.integer({ min: 0, max: 60_000 }).map((milliseconds) => milliseconds / 1000)),
  view: fc.constantFrom('boxes' as const, 'map' as const),
  choices: fc.dictionary(fc.constantFrom('server', 'balancer'), fc.boolean()),
  pace: fc.integer({ min: -3, max: 3 }),
  panel: fc.option(
    fc.record({ node: fc.constantFrom('server', 'balancer'), first: fc.integer({ min: 1, max: 4 }) }),
  ),
  followed: fc.option(fc.nat()),
});
const anyParts = fc
  .record({ from: fc.nat(50), length: fc.integer({ min: 1, max: 9 }) })
  .map(({ from, length }) => ({ [seriesIndex]: { from, to: from + length } }));

const plain = { interventions: noInterventions, pinned: null, stance: asItComes, parts: {} };

test('a link says which lab, which version, which seed and what was turned', () => {
  const values = { ...defaults, rate: 90, slow: false };
  const link = encodeShareLink(exampleLab, { ...plain, values, seed: 8 });
  expect(link).toBe('lab=slow-server&v=4&seed=8&rate=90&slow=off');
});

test('a link says shortly what was done, pinned, stopped at, opened and looked into', () => {
  const victim = { node: 'server', instance: 2 };
  const crash = harmTo(exampleLab.scenario, 'crash', victim, { atSeconds: 20, forSeconds: 10 })!;
  const link = encodeShareLink(exampleLab, {
    values: defaults,
    seed: 7,
    interventions: withIntervention(noInterventions, crash),
    pinned: { values: defaults, seed: 7, interventions: noInterventions },
    stance: {
      ...asItComes,
      momentSeconds: 20.1239999,
      choices: { server: false, balancer: true },
      pace: -1,
      panel: { node: 'server', first: 2 },
      followed: 812,
    },
    parts: { [seriesIndex]: { from: 10, to: 20 } },
  });
  expect(link).toBe(
    'lab=slow-server&v=4&seed=7&_do=crash*server*2*20*10&_pin=seed%3D7&_at=20.124&_open=balancer&_shut=server' +
      `&_pace=-1&_panel=server*2&_follow=812&_part=${seriesIndex}*10*20`,
  );
});

test('what is shared arrives', () => {
  fc.assert(
    fc.property(anySetting, fc.option(anySetting), anyStance, anyParts, (setting, pinned, stance, parts) => {
      const state = { ...setting, pinned, stance, parts };
      const link = decodeShareLink(placedLab, `#${encodeShareLink(placedLab, state)}`);
      expect(link).toEqual({ kind: 'state', ...state });
    }),
  );
});

test('what was done to a part that a knob had brought arrives, and that part may be gone again', () => {
  const cache = { kind: 'cache', target: 'balancer', capacity: 10 } as const;
  const { nodes } = exampleLab.scenario;
  const grown = { ...nodes, cache } as Scenario['nodes'];
  const lab: Lab = {
    ...exampleLab,
    knobs: [
      {
        kind: 'choice',
        id: 'design',
        path: 'nodes',
        label: 'Design',
        options: [
          { value: 'plain', label: 'plain', set: nodes },
          { value: 'cached', label: 'cached', set: grown },
        ],
      },
    ],
  };
  const interventions = {
    'faults.reader-crash-cache': { kind: 'crash', node: 'cache', ...{ atSeconds: 20, forSeconds: 10 } },
  };
  const state = { ...plain, values: { design: 'cached' }, seed: 7, interventions };
  expect(decodeShareLink(lab, encodeShareLink(lab, state))).toEqual({ kind: 'state', ...state });
  expect(scenarioFor(lab, { design: 'cached' }, interventions).faults).toHaveProperty('reader-crash-cache');
  expect(scenarioFor(lab, { design: 'plain' }, interventions)).toEqual(lab.scenario);
});

test.for([
  ['1', 'rate=90&slow=off', {}],
  ['2', 'rate=90&slow=off&_at=20', { momentSeconds: 20 }],
  ['3', 'rate=90&slow=off&_at=20&_open=server', { momentSeconds: 20, choices: { server: true } }],
  ['4', 'rate=90&slow=off&_panel=server&_pace=2', { panel: { node: 'server', first: 1 }, pace: 2 }],
] as const)('a link of version %s still brings back what it held', ([version, held, stance]) => {
  const link = decodeShareLink(exampleLab, `#lab=slow-server&v=${version}&seed=8&${held}`);
  const values = { ...defaults, rate: 90, slow: false };
  expect(link).toEqual({ kind: 'state', ...plain, values, seed: 8, stance: { ...asItComes, ...stance } });
});

const extraFields = [
  '_do',
  '_pin',
  '_at',
  '_as',
  '_open',
  '_shut',
  '_pace',
  '_panel',
  '_follow',
  '_part',
] as const;

test('nothing that an address can hold does harm', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }).map((text) => `lab=slow-server&v=1&${text}`),
    fc.tuple(fc.string(), fc.string()).map(([name, value]) => `#lab=slow-server&v=1&${name}=${value}`),
    fc
      .tuple(fc.constantFrom(...extraFields), fc.string())
      .map(([name, value]) => `#lab=slow-server&v=4&${name}=${encodeURIComponent(value)}`),
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
  [`x=${'y'.repeat(5000)}`, 'characters long'],
  ['_do=burn*server*1*1*1', 'no reader can do'],
  ['_do=crash*toString*1*1*1', 'a part that is not there'],
  ['_do=crash*users*0*1*1', 'what cannot be done to it'],
  ['_do=crash*server*1*61*1', 'when nothing can be struck'],
  ['_do=crash*server*1.5*1*1', 'where or when nothing'],
  ['_do=crash*server*1*1', 'when and where'],
  ['_do=crash*server*1*1*1*1', 'when and where'],
  [`_do=${Array.from({ length: 25 }, () => 'crash*server*1*1*1').join('**')}`, '25 things'],
  ['_pin=rate%3D61', 'of its pinned run, “rate” is “61”'],
  ['_pin=seed%3D1%26seed%3D2', 'of its pinned run, it sets “seed” twice'],
  ['_pin=_pin%3D1', 'of its pinned run, this instrument has no knob “_pin”'],
  ['_at=61', 'second “61” of a shorter run'],
  ['_at=-1', 'second “-1”'],
  ['_as=map', 'as “map”; expected boxes'],
  ['_as=boxes&_as=boxes', '“_as” twice'],
  ['_open=toString', 'opens “toString”, which is not there'],
  ['_shut=', 'closes “”'],
  ['_pace=0', 'its speed is “0”, which there is not'],
  ['_pace=10', 'its speed is “10”'],
  ['_panel=toString', 'looks into “toString”, which is not there'],
  ['_panel=server*0', 'looks into “server*0”'],
  ['_follow=-1', 'follows request “-1”; expected its number'],
  ['_part=9*1*2', 'the part “9*1*2” of a chart, which there is not'],
  ['_part=0*2*2', 'the part “0*2*2”'],
  ['_part=0*1', 'the part “0*1”'],
  ['%E0%A4%A=1', 'this instrument has no knob'],
])('a link with %s is refused, with the reason', ([field, reason]) => {
  const link = decodeShareLink(exampleLab, `#lab=slow-server&v=4&${field}`);
  expect(link).toMatchObject({ kind: 'problem', reason: expect.stringContaining(reason!) as string });
});

test('a link of another version says so', () => {
  const link = decodeShareLink(exampleLab, '#lab=slow-server&v=7&rate=60');
  expect(link).toMatchObject({ reason: expect.stringContaining('its version is “7”') as string });
});

test('a version knew nothing of what came after it', () => {
  const link = decodeShareLink(exampleLab, '#lab=slow-server&v=1&_at=3');
  expect(link).toMatchObject({ reason: expect.stringContaining('no knob “_at”') as string });
  const second = decodeShareLink(exampleLab, '#lab=slow-server&v=2&_as=boxes');
  expect(second).toMatchObject({ reason: expect.stringContaining('no knob “_as”') as string });
  for (const field of ['_pace=1', '_panel=server', '_follow=1', '_part=0*1*2']) {
    const third = decodeShareLink(exampleLab, `#lab=slow-server&v=3&${field}`);
    expect(third).toMatchObject({ reason: expect.stringContaining('no knob “_') as string });
  }
});
