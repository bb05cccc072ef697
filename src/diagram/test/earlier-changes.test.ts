import { expect, test } from 'vitest';
import { run } from '#sim-core';
import { Crowd } from '../crowd.ts';
import { previousChange } from '../earlier-changes.ts';
import { graphOf } from '../graph.ts';
import { journeysOf } from '../journeys.ts';
import { balanced } from './scenario-fixture.ts';

test('the way back goes through the same moments as the way there', () => {
  const scenario = { ...balanced(2), durationSeconds: 2, warmUpSeconds: 0 };
  const result = run(scenario, { hops: 1000 });
  const journeys = journeysOf(result.hops!, graphOf(scenario));
  const crowd = new Crowd(journeys);
  const travelSeconds = 0.003;
  const there: number[] = [];
  crowd.moveTo(0, travelSeconds, 0);
  for (let next = crowd.nextChange(); next < 2; next = crowd.nextChange()) {
    there.push(next);
    crowd.moveTo(next, travelSeconds, 0);
  }
  const back: number[] = [];
  for (let at = 2; at > 0;) {
    at = previousChange(journeys, at, travelSeconds);
    if (at > 0) back.unshift(at);
  }
  expect(there.length).toBeGreaterThan(20);
  expect(back).toEqual(there);
  expect(previousChange(journeys, 0, travelSeconds)).toBe(-Infinity);
});
