import type { Scenario } from '#sim-core';
import { expect, test } from 'vitest';
import { setting, settingText } from '../setting.ts';
import type { SettingStyle } from '../setting.ts';

const scenario: Scenario = {
  version: 1,
  title: 'Saffron at noon',
  durationSeconds: 120,
  seed: 1,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 140 } },
    server: {
      kind: 'service',
      cores: 3,
      memoryMegabytes: 4000,
      plan: [{ work: { kind: 'deterministic', seconds: 0.007 }, on: 'disk' }],
    },
  },
  faults: { slow: { kind: 'slow-down', node: 'server', atSeconds: 5, speed: 0.25 } },
  prices: { coreDollarsPerMonth: 30 },
};

const rate = 'nodes.users.arrivals.ratePerSecond';
const cores = 'nodes.server.cores';
const work = 'nodes.server.plan.0.work.seconds';

const cases: readonly (readonly [string, SettingStyle | undefined, string])[] = [
  [rate, undefined, '140 /s'],
  [rate, { as: 'count' }, '140'],
  [rate, { as: 'words' }, 'a hundred and forty'],
  [cores, { as: 'words', capital: true }, 'Three'],
  [cores, { as: 'ordinal' }, 'third'],
  [cores, { per: work }, '429'],
  [work, undefined, '7 ms'],
  [work, { as: 'words' }, 'seven milliseconds'],
  ['durationSeconds', { as: 'words' }, 'two minutes'],
  ['faults.slow.atSeconds', undefined, '5 s'],
  ['faults.slow.atSeconds', { as: 'every' }, 'every five seconds'],
  ['faults.slow.speed', { as: 'share' }, 'a quarter'],
  ['nodes.server.memoryMegabytes', undefined, '4 GB'],
  ['prices.coreDollarsPerMonth', undefined, '$30'],
];

test.each(cases)('%s with %o reads %s', (path, style, text) => {
  expect(settingText(scenario, path, style).replaceAll('\u00a0', ' ')).toBe(text);
});

test('reads the number itself', () => expect(setting(scenario, cores)).toBe(3));

test.each([
  ['nodes.server.corse', 'nodes.server.corse is not in it; expected after "nodes.server" one of kind, '],
  ['nodes.api.cores', 'nodes.api.cores is not in it; expected after "nodes" one of users, server'],
  ['nodes.server.kind', 'nodes.server.kind is "service"; expected a number'],
])('refuses %s', (path, message) => {
  expect(() => settingText(scenario, path)).toThrow(`scenario "Saffron at noon": ${message}`);
  expect(() => settingText(scenario, cores, { per: path })).toThrow(message);
});

test('refuses a way to write it that there is not', () => {
  expect(() => settingText(scenario, cores, { as: 'word' as 'words' })).toThrow(
    'setting: as is "word"; expected words, share, ordinal, every, seconds, ratio, ',
  );
});
