import { targetsOf } from '#sim-core';
import type { Scenario, ScenarioNode } from '#sim-core';
import { boxesOf, machinesOf, partsOf, partsShown } from './boxes.ts';
import type { Box } from './boxes.ts';
import { slotsOf } from './slots.ts';
import type { Slot } from './slots.ts';

export type { Box } from './boxes.ts';

/** With more boxes than this, the largest nodes are drawn as one. */
const boxesAtFirst = 12;
/** A cache, a network of edges or a database with more parts than this stays closed at first. */
const partsAtFirst = 5;

/** A way that requests take, between two boxes by index. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/** The boxes and links of a scenario, in columns from the users to the end. */
export interface Graph {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Box indices of each column, from top to bottom. */
  readonly columns: readonly (readonly number[])[];
  /** What stands in each column, from top to bottom: nodes, and links that pass it. */
  readonly slots: readonly (readonly Slot[])[];
}

/** Which nodes the reader has opened into their parts, or closed; those left out are as they come. */
export type Choices = Readonly<Record<string, boolean>>;

/** Which boxes a scenario has and how they are joined. */
export function graphOf(scenario: Scenario, choices: Choices = {}): Graph {
  const columnOf = columnsByLongestPath(scenario);
  const slots = slotsOf(scenario, columnOf);
  const open = nodesToOpen(scenario, columnOf, choices);

  const boxes: Box[] = [];
  const columns = slots.map((members, column) =>
    members.flatMap(({ node }) => {
      if (node === null) return [];
      const place = { column, isOpen: open.has(node), index: boxes.length, regions: scenario.regions ?? {} };
      const own = boxesOf(node, scenario.nodes[node]!, place);
      boxes.push(...own);
      return own.map((box) => box.index);
    }),
  );

  const links: Link[] = [];
  for (const source of boxes) {
    for (const target of targetsOf(scenario.nodes[source.node]!)) {
      for (const box of boxes) {
        if (box.node === target && isAsked(scenario, box)) links.push({ from: source.index, to: box.index });
      }
    }
  }
  return { boxes, links, columns, slots };
}

/** The box of a machine of a node, by index; -1 where the picture has none. */
export function boxOf(graph: Graph, node: string, instance: number): number {
  const members = graph.boxes.filter((box) => box.node === node);
  const own = members.find((box) => box.first <= instance && instance < box.first + box.machines);
  return (own ?? (members.length === 1 ? members[0] : undefined))?.index ?? -1;
}

/** A replica that nobody reads from gets its data from the primary alone, until it takes over. */
function isAsked(scenario: Scenario, box: Box): boolean {
  const node = scenario.nodes[box.node];
  if (box.part !== 'replica' || node?.kind !== 'database') return true;
  if (node.replication?.kind === 'leaderless' || (node.readFrom ?? 'primary') !== 'primary') return true;
  return Object.values(scenario.faults ?? {}).some((fault) => fault.node === box.node);
}

function columnsByLongestPath(scenario: Scenario): Map<string, number> {
  const columns = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string, column: number): void => {
    // A circle of calls cannot be laid out in columns: its last link points back.
    if (open.has(id) || (columns.get(id) ?? -1) >= column) return;
    columns.set(id, column);
    open.add(id);
    for (const target of targetsOf(scenario.nodes[id]!)) {
      if (scenario.nodes[target]) visit(target, column + 1);
    }
    open.delete(id);
  };
  for (const [id, node] of Object.entries(scenario.nodes)) if (node.kind === 'users') visit(id, 0);
  for (const id of Object.keys(scenario.nodes)) if (!columns.has(id)) visit(id, 0);
  return columns;
}

/** Nodes drawn part by part: small ones, as long as the picture and each of its columns stay short. */
function nodesToOpen(
  scenario: Scenario,
  columnOf: ReadonlyMap<string, number>,
  choices: Choices,
): Set<string> {
  const ids = Object.keys(scenario.nodes);
  const parts = new Map(ids.map((id) => [id, partsOf(id, scenario.nodes[id]!).length]));
  const open = new Set(ids.filter((id) => parts.get(id)! > 1 && opensByItself(scenario.nodes[id]!)));
  const shown = (id: string): number => (open.has(id) ? parts.get(id)! : 1);
  const closeUntil = (members: readonly string[], most: number): void => {
    while (members.reduce((sum, id) => sum + shown(id), 0) > most) {
      const largest = members.reduce((a, b) => (shown(b) > shown(a) ? b : a));
      if (shown(largest) === 1) break;
      open.delete(largest);
    }
  };
  for (const column of new Set(columnOf.values())) {
    closeUntil(
      ids.filter((id) => columnOf.get(id) === column),
      partsShown,
    );
  }
  closeUntil(ids, Math.max(boxesAtFirst, ids.length));
  for (const id of ids) {
    if (choices[id] === true && parts.get(id)! > 1) open.add(id);
    if (choices[id] === false) open.delete(id);
  }
  return open;
}

function opensByItself(node: ScenarioNode): boolean {
  return machinesOf(node) <= (node.kind === 'service' ? partsShown : partsAtFirst);
}
