import type { NodeKind, PlanStep, Scenario, ScenarioNode, ServiceNode } from '#sim-core';

/** More machines than this are drawn as one box, 'Server × 40'. */
export const machinesShown = 8;

/** One box of the picture: a node, or one machine of a service. */
export interface Box {
  /** Position in `Graph.boxes`. */
  readonly index: number;
  readonly node: string;
  readonly kind: NodeKind;
  /** Machine counted from 1; 0 when the box stands for the whole node. */
  readonly instance: number;
  /** Machines that the box stands for. */
  readonly machines: number;
  readonly label: string;
  /** Steps from the users, by the longest way. */
  readonly column: number;
  /** Requests that it can hold at once; 0 for what holds none (users, balancers). */
  readonly workers: number;
}

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
}

/** Which boxes a scenario has and how they are joined. */
export function graphOf(scenario: Scenario): Graph {
  const ids = Object.keys(scenario.nodes);
  const columnOf = columnsByLongestPath(scenario);
  const order = orderNodes(scenario, ids, columnOf);
  const grouped = nodesToGroup(scenario, ids, columnOf);

  const boxes: Box[] = [];
  const columns: number[][] = order.map(() => []);
  order.forEach((nodes, column) => {
    for (const id of nodes) {
      for (const box of boxesOf(id, scenario.nodes[id]!, column, grouped.has(id), boxes.length)) {
        boxes.push(box);
        columns[column]!.push(box.index);
      }
    }
  });

  const links: Link[] = [];
  for (const source of boxes) {
    for (const target of targetsOf(scenario.nodes[source.node]!)) {
      for (const box of boxes) if (box.node === target) links.push({ from: source.index, to: box.index });
    }
  }
  return { boxes, links, columns };
}

/** Ids of the nodes that a node sends requests to, each once. */
export function targetsOf(node: ScenarioNode): string[] {
  if ('target' in node) return [node.target];
  if (node.kind === 'load-balancer') return [...node.targets];
  if (node.kind !== 'service') return [];
  return node.kind === 'service' ? [...new Set(plansOf(node).flatMap(calledBy))] : [];
}

/** 'order-api' → 'Order api', for a node without a label. */
export function labelOf(id: string, node: ScenarioNode): string {
  const words = id.replaceAll('-', ' ');
  return node.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function plansOf(node: ServiceNode): PlanStep[] {
  const others = Object.values(node.classes ?? {}).flatMap((other) => other.plan ?? []);
  return [...(node.plan ?? []), ...others];
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

/** Nodes of each column, each beside the nodes that call it: no crossings in a tree. */
function orderNodes(scenario: Scenario, ids: readonly string[], columnOf: Map<string, number>): string[][] {
  const columns: string[][] = Array.from({ length: Math.max(...columnOf.values()) + 1 }, () => []);
  for (const id of ids) columns[columnOf.get(id)!]!.push(id);

  const place = new Map<string, number>();
  for (const column of columns) {
    const wishes = new Map(column.map((id) => [id, placeByCallers(id, scenario, place)]));
    column.sort((a, b) => wishes.get(a)! - wishes.get(b)!);
    column.forEach((id, index) => place.set(id, index));
  }
  return columns;
}

/** Mean place of the callers; among targets of one caller, the order in which it names them. */
function placeByCallers(id: string, scenario: Scenario, place: ReadonlyMap<string, number>): number {
  let sum = 0;
  let count = 0;
  for (const [caller, row] of place) {
    const turn = targetsOf(scenario.nodes[caller]!).indexOf(id);
    if (turn < 0) continue;
    sum += row + turn / 1000;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Services drawn as one box: large ones, and the largest of a column that is too long. */
function nodesToGroup(
  scenario: Scenario,
  ids: readonly string[],
  columnOf: Map<string, number>,
): Set<string> {
  const grouped = new Set(ids.filter((id) => machinesOf(scenario.nodes[id]!) > machinesShown));
  for (const column of new Set(columnOf.values())) {
    const nodes = ids.filter((id) => columnOf.get(id) === column);
    const shown = (id: string): number => (grouped.has(id) ? 1 : machinesOf(scenario.nodes[id]!));
    while (nodes.reduce((sum, id) => sum + shown(id), 0) > machinesShown) {
      const largest = nodes.reduce((a, b) => (shown(b) > shown(a) ? b : a));
      if (shown(largest) === 1) break;
      grouped.add(largest);
    }
  }
  return grouped;
}

function machinesOf(node: ScenarioNode): number {
  return node.kind === 'service' ? (node.instances ?? 1) : 1;
}

function boxesOf(id: string, node: ScenarioNode, column: number, grouped: boolean, first: number): Box[] {
  const machines = machinesOf(node);
  const label = labelOf(id, node);
  const workers = node.kind === 'service' ? (node.workers ?? node.cores ?? 1) : 0;
  const shared = { node: id, kind: node.kind, column };
  if (machines === 1) return [{ ...shared, index: first, instance: 0, machines, label, workers }];
  if (grouped) {
    const name = `${label} × ${machines}`;
    return [{ ...shared, index: first, instance: 0, machines, label: name, workers: workers * machines }];
  }
  return Array.from({ length: machines }, (_, turn) => ({
    ...shared,
    index: first + turn,
    instance: turn + 1,
    machines: 1,
    label: `${label} ${turn + 1}`,
    workers,
  }));
}

function calledBy(step: PlanStep): string[] {
  if ('call' in step) return [step.call];
  return 'parallel' in step ? step.parallel.map(({ call }) => call) : [];
}
