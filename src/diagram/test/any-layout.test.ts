import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { arbitraryScenario } from '../../../sim-core/test/arbitrary-scenario.ts';
import { millionUsers } from '../../../bench/million-users.ts';
import { partsOf } from '../boxes.ts';
import { geometryOf } from '../geometry.ts';
import { graphOf } from '../graph.ts';
import type { Graph } from '../graph.ts';
import { tallLayout } from '../tall.ts';
import { wideLayout, wideNeeds } from '../wide.ts';
import { areasOf, overlap } from './areas.ts';
import type { Area } from './areas.ts';
import type { Placement } from '../placement.ts';

const service = (...calls: string[]) => ({
  kind: 'service' as const,
  plan: calls.map((call) => ({ call })),
});
const microservices: Scenario = {
  version: 1,
  durationSeconds: 10,
  nodes: {
    users: { kind: 'users', target: 'gateway', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    gateway: service('search', 'cart', 'profile', 'payment', 'accounts'),
    search: service('catalogue', 'prices'),
    cart: service('stock', 'prices', 'accounts'),
    profile: service('accounts'),
    payment: service('accounts', 'stock'),
    catalogue: service('stock'),
    stock: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 } },
    prices: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 }, instances: 3 },
    accounts: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 }, instances: 2 },
  },
};

/** What is wrong with a placement: boxes that overlap or leave the stage, links that run through a box. */
function faultsOf(graph: Graph, placement: Placement, width: number): string[] {
  const faults: string[] = [];
  const areas = areasOf(placement, width);
  areas.forEach((area, index) => {
    const isInside =
      area.left >= -0.01 && area.right <= width + 0.01 && area.top >= 0 && area.bottom <= placement.height;
    if (!isInside) faults.push(`area ${index} leaves the stage`);
    areas.slice(index + 1).forEach((other, turn) => {
      if (overlap(area, other)) faults.push(`areas ${index} and ${index + turn + 1} overlap`);
    });
  });
  const { links } = geometryOf(graph, placement, width);
  links.forEach((points, link) => {
    const { from, to } = graph.links[link]!;
    placement.boxes.forEach((box, index) => {
      if (index === from || index === to) return;
      const { lane } = box;
      const own = areasOf({ ...placement, boxes: [box] }, width);
      if (own.some((area) => passes(points, area)))
        faults.push(`link ${link} runs through box ${index}${lane ? ' or its queue' : ''}`);
    });
  });
  return faults;
}

function passes(points: Float32Array, area: Area): boolean {
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index]!;
    const y = points[index + 1]!;
    if (x > area.left + 1 && x < area.right - 1 && y > area.top + 1 && y < area.bottom - 1) return true;
  }
  return false;
}

function allFaultsOf(scenario: Scenario, choices: Record<string, boolean> = {}): string[] {
  const graph = graphOf(scenario, choices);
  const wide = wideLayout(graph);
  const narrowest = wideNeeds(graph);
  return [
    ...[narrowest, narrowest + 120, 976 + narrowest / 2].flatMap((width) => faultsOf(graph, wide, width)),
    ...[270, 340, 440].flatMap((width) => faultsOf(graph, tallLayout(graph), width)),
  ];
}

describe('whatever the scenario, nothing overlaps and no link runs through a box', () => {
  test('any valid one, its nodes opened and closed at will', () => {
    fc.assert(
      fc.property(
        arbitraryScenario,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (scenario, flips) => {
          const ids = Object.keys(scenario.nodes);
          const choices = Object.fromEntries(ids.map((id, turn) => [id, flips[turn] ?? false]));
          expect(allFaultsOf(scenario)).toEqual([]);
          expect(allFaultsOf(scenario, choices)).toEqual([]);
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });

  test.each([
    ['a million users', millionUsers(1)],
    ['nine services', microservices],
  ])('%s', (_, scenario) => {
    expect(allFaultsOf(scenario)).toEqual([]);
    for (const [id, node] of Object.entries(scenario.nodes)) {
      if (partsOf(id, node).length > 1) expect(allFaultsOf(scenario, { [id]: true })).toEqual([]);
    }
  });

  test('a circle of calls, which no run would take', () => {
    const circle = { ...microservices, nodes: { ...microservices.nodes, stock: service('gateway') } };
    const graph = graphOf(circle);
    const { boxes } = wideLayout(graph);
    expect(boxes).toHaveLength(graph.boxes.length);
    expect(
      areasOf(wideLayout(graph), 1400).some((area, i, all) => all.slice(i + 1).some((b) => overlap(area, b))),
    ).toBe(false);
  });
});
