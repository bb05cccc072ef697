import { expect, test } from 'vitest';
import { periodStrip, type PlacedPeriod } from '../period-strip.ts';
import { sansWidthPixels } from '../text-width.ts';

const plot = { before: 34, after: 22, narrowest: 256 };

function alert(label: string, from: number, to: number): PlacedPeriod {
  return { since: from, from, to, label, hue: 'operations', named: true };
}
function fault(from: number, to: number): PlacedPeriod {
  return { since: from, from, to, label: 'server 2 down', hue: 'failed', named: false };
}
function strip(periods: readonly PlacedPeriod[]): ReturnType<typeof periodStrip> {
  return periodStrip(periods, plot.before, plot.after, plot.narrowest);
}

test('faults that overlap are one band, not a darker one', () => {
  const { bands, lanes } = strip([fault(0.1, 0.4), fault(0.3, 0.5), fault(0.7, 1.2)]);
  expect(bands.map(({ from, to }) => [from, to])).toEqual([
    [0.1, 0.5],
    [0.7, 1],
  ]);
  expect(lanes).toEqual([]);
});

test('an alert that fires twice has one name and two bars', () => {
  const { lanes } = strip([alert('alert: failing', 0.2, 0.3), alert('alert: failing', 0.6, 0.8)]);
  expect(lanes).toHaveLength(1);
  expect(lanes[0]).toMatchObject({ label: 'alert: failing', at: 0.2 });
  expect(lanes[0]?.bars).toHaveLength(2);
});

test.each([0, 0.3, 0.6, 0.9, 0.99])('the name of an alert that begins at %d stays in the chart', (from) => {
  const label = 'alert: the slowest hundredth';
  const [lane] = strip([alert(label, from, 1)]).lanes;
  const x = lane!.at * plot.narrowest;
  const [left, right] =
    lane!.anchor === 'start' ? [x, x + sansWidthPixels(label)] : [x - sansWidthPixels(label), x];
  expect(left).toBeGreaterThanOrEqual(-plot.before);
  expect(right).toBeLessThanOrEqual(plot.narrowest + plot.after);
});

test('more alerts than there are rows share the last one, which says how many they are', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const { lanes, heightPixels } = strip(names.map((name, index) => alert(name, index / 10, 0.9)));
  expect(lanes.map(({ label }) => label)).toEqual(['a', 'b', '3 more alerts']);
  expect(heightPixels).toBeLessThan(60);
});

test('what is outside of the part that is shown is not drawn', () => {
  expect(strip([alert('a', -0.5, -0.1), fault(1.1, 1.4)])).toEqual({ bands: [], lanes: [], heightPixels: 0 });
});
