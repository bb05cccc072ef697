import type { Scenario } from '#sim-core';
import type { WaterfallSpan } from '../../charts/waterfall-span.ts';
import { labelOf } from '../../prose/sentence.ts';
import type { Box } from '../boxes.ts';
import { recordsTurns, type Way, type WayVisit } from './way-of-request.ts';

/** The way of a request as bars of a waterfall, a visit each, named as the boxes of the picture are. */
export function spansOf(scenario: Scenario, boxes: readonly Box[], way: Way): WaterfallSpan[] {
  const depths: number[] = [];
  return way.visits.map((visit, index) => {
    const node = scenario.nodes[visit.node]!;
    depths[index] = visit.caller < 0 ? 0 : depths[visit.caller]! + 1;
    const arrive = visit.arriveSeconds ?? visit.answerSeconds ?? visit.sentSeconds;
    // Who never got a turn has waited to the end.
    const start = recordsTurns(node) ? (visit.startSeconds ?? visit.answerSeconds ?? arrive) : arrive;
    return {
      node: visit.node,
      label: boxes[boxOf(boxes, visit.node, visit.instance)]?.label ?? labelOf(scenario, visit.node),
      kind: node.kind,
      depth: depths[index],
      sentSeconds: visit.sentSeconds,
      ...(visit.setUp.length > 0 ? { setUp: visit.setUp } : {}),
      startSeconds: arrive,
      waitSeconds: Math.max(0, start - arrive),
      endSeconds: visit.answerSeconds,
      leftSeconds: visit.leftSeconds,
      outcome: visit.outcome,
    };
  });
}

/** The boxes that a request comes by, those who sent it included. */
export function boxesOf(all: readonly Box[], way: Way): Set<number> {
  const boxes = new Set<number>();
  for (const { node, instance, from, fromInstance } of way.visits) {
    for (const index of [boxOf(all, node, instance), boxOf(all, from, fromInstance)]) {
      if (index >= 0) boxes.add(index);
    }
  }
  return boxes;
}

/** Steps from the users of the box where a visit takes place; 0 where the picture has no such box. */
export function columnOf(all: readonly Box[], { node, instance }: WayVisit): number {
  return all[boxOf(all, node, instance)]?.column ?? 0;
}

function boxOf(all: readonly Box[], node: string, instance: number): number {
  const members = all.filter((box) => box.node === node);
  const found =
    members.length === 1
      ? members[0]
      : members.find((box) => box.first <= instance && instance < box.first + box.machines);
  return found?.index ?? -1;
}
