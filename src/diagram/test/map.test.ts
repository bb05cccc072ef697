import { describe, expect, test } from 'vitest';
import { run } from '#sim-core';
import { world } from '../../../content/docs/gallery/scenarios.ts';
import { millionUsers } from '../../../bench/million-users.ts';
import { landPath } from '../land.ts';
import { mapOf } from '../map-drawing.ts';
import { mapLabels, mapSizes } from '../map-labels.ts';
import { mapHeight, mapWidth, onMap } from '../projection.ts';
import { balanced } from './scenario-fixture.ts';

const scenario = (() => {
  const { nodes, alerts: _alerts, onCall: _onCall, ...rest } = millionUsers(4);
  const quiet = Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => {
      const rate = { kind: 'poisson' as const, ratePerSecond: 50 };
      return [id, node.kind === 'users' ? { ...node, arrivals: rate } : node];
    }),
  );
  return { ...rest, nodes: quiet };
})();
const map = mapOf(scenario, run(scenario))!;

describe('the map', () => {
  test('has every region with something in it, where it is', () => {
    const [frankfurt, virginia, singapore] = map.places;
    expect(map.places.map(({ label }) => label)).toEqual(['Frankfurt', 'Virginia', 'Singapore']);
    expect(virginia!.x).toBeLessThan(frankfurt!.x);
    expect(singapore!.x).toBeGreaterThan(frankfurt!.x);
    expect(singapore!.y).toBeGreaterThan(frankfurt!.y);
    expect(singapore!.kinds).toEqual(['users', 'cdn']);
  });

  test('joins edges with their origin, and nobody with the edge next door', () => {
    // Two edges are away from the origin; users are served where they are.
    expect(map.arcs.map(({ kind }) => kind)).toEqual(['cdn', 'cdn']);
  });

  test('says the same in words', () => {
    expect(map.sentences[2]).toMatch(
      /^Singapore: Readers, Buyers, Edges; half of the requests answered within .+; .+ to Frankfurt\.$/,
    );
  });

  test.each(mapSizes.slice(1))('names every place, neighbours too, $widthPixels px wide', (size) => {
    const drawing = mapOf(world, run(world))!;
    expect(drawing.places.map(({ label }) => label)).toEqual(expect.arrayContaining(['Frankfurt', 'Warsaw']));
    const sides = mapLabels(drawing, size).map(({ side }) => side);
    expect(sides).not.toContain('none');
  });

  test('is not there without regions', () => {
    expect(mapOf(balanced(2), run(balanced(2)))).toBeNull();
  });
});

test('the land is inside the map, and light', () => {
  const path = landPath();
  expect(path.startsWith('M')).toBe(true);
  expect(path.length).toBeLessThan(14_000);
  const starts = [...path.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(starts.length).toBeGreaterThan(20);
  for (const [x, y] of starts) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(mapWidth);
    expect(y).toBeLessThanOrEqual(mapHeight + 20);
  }
});

test('the middle of the world is in the middle of the map', () => {
  expect(onMap({ latitude: 0, longitude: 0 }).x).toBe(500);
});
