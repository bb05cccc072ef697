import { describe, expect, it } from 'vitest';
import { parseScenario, run, type Scenario, valueAt, withValue } from '#sim-core';
import { base, places, variants, watchedBase, watchedHeadings } from './places.ts';
import { codeIn, tableUnder } from './read-model.ts';

interface Row {
  readonly heading: string;
  readonly kind: string;
  readonly key: string;
  readonly allowed: string;
  readonly standard: string;
}

const rows: readonly Row[] = Object.keys(places).flatMap((heading) =>
  tableUnder(heading).map(({ Kind = '', Key = '', Allowed = '', Default = '' }) => ({
    heading,
    kind: codeIn(Kind),
    key: codeIn(Key),
    allowed: Allowed,
    standard: Default,
  })),
);
const keyed = rows.filter(({ key }) => key !== '');

describe.each(keyed)('$heading $kind $key', (row) => {
  const { key, allowed, standard } = row;
  const scenario = scenarioFor(row);
  const path = pathOf(row);

  it('is required just when it is said to be', () => {
    const without = JSON.parse(JSON.stringify(withValue(scenario, path, undefined))) as unknown;
    const eitherOr = standard.startsWith('this or');
    if (standard === 'required' || (eitherOr && key === 'serviceTime')) {
      expect(() => parseScenario(without)).toThrow(/is missing|expected/);
    } else expect(() => parseScenario(without)).not.toThrow();
  });

  const range = /^(integer, )?(above )?([\d.,]+) to ([\d.,]+)$/.exec(allowed);
  if (range) {
    it(`is ${allowed}`, () => {
      const [, integer, above] = range;
      const [minimum, maximum] = [range[3]!, range[4]!].map((text) => Number(text.replaceAll(',', '')));
      const accepts = (value: unknown): void =>
        expect(valueAt(parseScenario(withValue(scenario, path, value)), path)).toBe(value);
      const refuses = (value: unknown): void => {
        expect(() => parseScenario(withValue(scenario, path, value))).toThrow(`${key} is ${String(value)}`);
      };
      accepts(maximum);
      (above ? refuses : accepts)(minimum);
      (above ? accepts : refuses)(above ? minimum! + 1e-9 : minimum! - 1e-9);
      refuses(maximum! * (1 + 1e-9) + 1e-9);
      (integer ? refuses : accepts)(maximum! - 0.5);
      for (const other of [NaN, Infinity, null, true]) refuses(other);
      expect(() => parseScenario(withValue(scenario, path, '1'))).toThrow(`${key} is "1"`);
    });
  }

  const length = /^text of at most (\d+) characters$/.exec(allowed);
  if (length) {
    it(`is a ${allowed}`, () => {
      const longest = 'x'.repeat(Number(length[1]));
      expect(() => parseScenario(withValue(scenario, path, longest))).not.toThrow();
      expect(() => parseScenario(withValue(scenario, path, `${longest}x`))).toThrow(
        `text of at most ${length[1]}`,
      );
    });
  }

  if (allowed === 'true or false') {
    it('is true or false', () => {
      for (const value of [true, false]) {
        expect(() => parseScenario(withValue(scenario, path, value))).not.toThrow();
      }
      expect(() => parseScenario(withValue(scenario, path, 1))).toThrow('expected true or false');
    });
  }

  const number = /^[\d.,]+$/.test(standard) ? Number(standard.replaceAll(',', '')) : null;
  if (number !== null || /^(true|false)$/.test(standard)) {
    it(`is ${standard} when it is left out`, () => {
      const value = number ?? standard === 'true';
      const spelled = run(withValue(scenario, path, value), { traces: 100 });
      const without = run(withValue(scenario, path, undefined), { traces: 100 });
      expect(JSON.stringify(spelled)).toBe(JSON.stringify(without));
    });
  }
});

describe('the tables', () => {
  const names = [...new Set(rows.map(({ heading, kind }) => `${heading}/${kind}`))];
  const groups = names.map((name): [string, Row[]] => [
    name,
    rows.filter(({ heading, kind }) => `${heading}/${kind}` === name),
  ]);

  it.each(groups)('list all keys of %s', (_, group) => {
    const [first] = group;
    const path = pathOf({ ...first!, key: 'nonsense' });
    const message = messageOf(withValue(scenarioFor(first!), path, 1));
    const known = /is not a known key; expected (.*)$/.exec(message)?.[1]?.split(', ');
    const listed = group.map(({ key }) => key).filter((key) => key !== '');
    expect(
      new Set(listed.includes('kind') ? listed : known!.includes('kind') ? ['kind', ...listed] : listed),
    ).toEqual(new Set(known));
  });

  it.each([
    'Arrivals',
    'Keys',
    'Distribution',
    'Policy',
    'Replication',
    'Placement',
    'Backoff',
    'Window of a breaker',
    'Fault',
    'Alerts',
  ])('list all kinds of %s', (heading) => {
    const [row] = rows.filter((each) => each.heading === heading);
    const path = `${places[heading]!}.kind`;
    const message = messageOf(withValue(scenarioFor(row!), path, 'nonsense'));
    const kinds = [...message.split('expected ')[1]!.matchAll(/"([^"]+)"/g)].map(([, kind]) => kind);
    expect(new Set(rows.filter((each) => each.heading === heading).map(({ kind }) => kind))).toEqual(
      new Set(kinds),
    );
  });
});

function pathOf({ heading, key }: Row): string {
  return places[heading] === '' ? key : `${places[heading]!}.${key}`;
}

/** A valid scenario in which the key of a row may stand. */
function scenarioFor({ heading, kind }: Row): Scenario {
  const watched = watchedHeadings.includes(heading);
  if (kind === '') return watched ? watchedBase : base;
  const variant = { kind, ...(variants[`${heading}/${kind}`] ?? variants[kind]) };
  if (heading === 'Fault') return withValue(base, 'faults', { fault: variant });
  return withValue(watched ? watchedBase : base, places[heading]!, variant);
}

function messageOf(scenario: Scenario): string {
  try {
    parseScenario(scenario);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the scenario was not refused');
}
