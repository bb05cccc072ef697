import { describe, expect, it } from 'vitest';
import type { KeyPopularity } from '../../scenario/scenario.ts';
import { keyPopularity } from '../../scenario/traffic-schema.ts';

const place = { owner: 'users "users"', key: 'keys', path: 'nodes.users.keys' };

describe('the popularity of keys', () => {
  it.each<KeyPopularity>([
    { kind: 'uniform', keys: 1 },
    { kind: 'zipf', keys: 10_000_000, skew: 5 },
    { kind: 'drifting', keys: 1000, skew: 0, halfLifeSeconds: 1 },
    { kind: 'recorded', keys: [0, 2_147_483_646, 5] },
    { kind: 'recorded', keys: Int32Array.of(3, 1) },
  ])('may be %j', (popularity) => {
    expect(keyPopularity(popularity, place)).toEqual(popularity);
  });

  it.each<[unknown, message: string]>([
    [7, 'keys is 7; expected an object'],
    [{ kind: 'hot' }, 'keys.kind is "hot"; expected "uniform", "zipf", "drifting", "recorded"'],
    [{ kind: 'uniform', keys: 0 }, 'keys.keys is 0; expected an integer from 1 to 10000000'],
    [
      { kind: 'zipf', keys: 10_000_001, skew: 1 },
      'keys.keys is 10000001; expected an integer from 1 to 10000000',
    ],
    [{ kind: 'zipf', keys: 10 }, 'keys.skew is missing; expected a number from 0 to 5'],
    [
      { kind: 'drifting', keys: 10, skew: 1, halfLifeSeconds: 0 },
      'keys.halfLifeSeconds is 0; expected a number from 1 to 31536000',
    ],
    [{ kind: 'recorded', keys: [] }, 'keys.keys is a list of 0; expected a list of 1 to 5000000'],
    [{ kind: 'recorded', keys: 'a,b' }, 'keys.keys is "a,b"; expected a list of keys'],
    [{ kind: 'recorded', keys: [1, 1.5] }, 'keys.keys.1 is 1.5; expected an integer from 0 to 2147483646'],
    [
      { kind: 'recorded', keys: Int32Array.of(-1) },
      'keys.keys.0 is -1; expected an integer from 0 to 2147483646',
    ],
    [
      { kind: 'recorded', keys: new Array(3) },
      'keys.keys.0 is missing; expected an integer from 0 to 2147483646',
    ],
  ])('may not be %j', (popularity, message) => {
    expect(() => keyPopularity(popularity, place)).toThrow(`users "users": ${message}`);
  });

  it('is copied where it is a list', () => {
    const keys = [1, 2];
    const checked = keyPopularity({ kind: 'recorded', keys }, place);
    keys[0] = 9;
    expect(checked).toEqual({ kind: 'recorded', keys: [1, 2] });
  });
});
