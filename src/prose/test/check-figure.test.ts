import { expect, it } from 'vitest';
import { checkedFigure, observed } from '../check-figure.ts';
import type { Figure } from '../check-figure.ts';
import { measure } from '../measure.ts';
import type { Scenario } from '#sim-core';

const noon: Scenario = {
  version: 1,
  title: 'The search at noon',
  durationSeconds: 10,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    server: { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 0.01 } },
  },
};
const claim: Figure = { component: 'Claim', title: noon.title, as: 'ratio' };
const about = '<Claim> of "The search at noon": ';

it('reads a number and writes it', () => {
  expect(checkedFigure({ ...claim, tone: 'failed' }, () => 0.25)).toEqual({ value: 0.25, text: '25\u00a0%' });
  expect(checkedFigure(claim, () => null).value).toBeNull();
});

it.each<[Partial<Record<keyof Figure, string>>, string, string]>([
  [
    {},
    'overall.failRatio',
    'metric "overall.failRatio" is not in the result; expected after "overall" one of ',
  ],
  [{}, 'overall', 'metric "overall" is no number; expected '],
  [{ as: 'percent' }, 'overall.failureRatio', 'format is "percent"; expected seconds, ratio, '],
  [{ tone: 'bad' }, 'overall.failureRatio', 'tone is "bad"; expected served, slow, failed'],
])('says which component is wrong: %o of %s', (wrong, metric, message) => {
  const figure = { ...claim, ...wrong } as Figure;
  expect(() => checkedFigure(figure, () => measure(noon, metric))).toThrow(about + message);
});

it('says what was not observed', () => {
  expect(() => checkedFigure(claim, () => observed(null, 'overall.latencySecondsP99'))).toThrow(
    `${about}metric "overall.latencySecondsP99" was not observed; expected a run in which it is`,
  );
});
