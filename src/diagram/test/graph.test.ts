import { describe, expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { labelOf } from '../boxes.ts';
import { graphOf } from '../graph.ts';
import { balanced, server, system } from './scenario-fixture.ts';

/** 'Users | Load balancer | Server 1, Server 2' */
function columnsOf(scenario: Scenario): string {
  const graph = graphOf(scenario);
  return graph.columns.map((column) => column.map((box) => graph.boxes[box]!.label).join(', ')).join(' | ');
}

/** 'Users → Load balancer' */
function linksOf(scenario: Scenario): string[] {
  const { boxes, links } = graphOf(scenario);
  return links.map((link) => `${boxes[link.from]!.label} → ${boxes[link.to]!.label}`);
}

describe('the boxes', () => {
  test.each([
    [1, 'Users | Load balancer | Server'],
    [2, 'Users | Load balancer | Server 1, Server 2'],
    [40, 'Users | Load balancer | Server × 40'],
  ])('%i machines', (instances, expected) => expect(columnsOf(balanced(instances))).toBe(expected));

  test('users in front of a service', () =>
    expect(columnsOf(system({ server: server() }))).toBe('Users | Server'));

  test('a column that would be too long groups its largest service', () => {
    const policy = { kind: 'random' } as const;
    const scenario = system({
      balancer: { kind: 'load-balancer', targets: ['old', 'new'], policy },
      old: server(6),
      new: server(3),
    });
    expect(columnsOf(scenario)).toBe('Users | Balancer | Old × 6, New 1, New 2, New 3');
  });

  test('columns follow the longest way', () => {
    const scenario = system({
      api: { kind: 'service', plan: [{ call: 'database' }, { call: 'sign-in' }] },
      database: server(),
      'sign-in': { kind: 'service', plan: [{ call: 'database' }] },
    });
    expect(columnsOf(scenario)).toBe('Users | Api | Sign in | Database');
  });

  test('a circle of calls ends', () => {
    const scenario = system({
      api: { kind: 'service', plan: [{ call: 'store' }] },
      store: { kind: 'service', plan: [{ call: 'api' }] },
    });
    expect(graphOf(scenario).columns.length).toBeGreaterThanOrEqual(3);
  });

  test('targets stand in the order of those who call them', () => {
    const scenario = system({
      balancer: { kind: 'load-balancer', targets: ['b', 'a'], policy: { kind: 'random' } },
      a: { kind: 'service', plan: [{ call: 'below-a' }] },
      b: { kind: 'service', plan: [{ call: 'below-b' }] },
      'below-a': server(),
      'below-b': server(),
    });
    expect(columnsOf(scenario)).toBe('Users | Balancer | B, A | Below b, Below a');
  });

  test('a label is taken as it is, an id is made readable', () => {
    expect(labelOf('order-api', { ...server(), label: 'Orders' })).toBe('Orders');
    expect(labelOf('order-api', server())).toBe('Order api');
  });
});

test('every machine of a target has a link', () => {
  expect(linksOf(balanced(2))).toEqual([
    'Users → Load balancer',
    'Load balancer → Server 1',
    'Load balancer → Server 2',
  ]);
});
