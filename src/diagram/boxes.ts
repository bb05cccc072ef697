import type { CdnNode, DatabaseNode, NodeKind, Scenario, ScenarioNode } from '#sim-core';
import { isReleasedBeside } from './beside.ts';

type Regions = NonNullable<Scenario['regions']>;

/** More parts than this are drawn as one box, 'Server × 40', or as a few and the rest. */
export const partsShown = 8;
const partsOfSample = 6;

/** What a box stands for: the whole of a node, one of its machines, or some of them. */
export type Part = 'whole' | 'machine' | 'rest' | 'edge' | 'primary' | 'replica' | 'shard';

/** One box of the picture: a node, or a part of one. */
export interface Box {
  /** Position in `Graph.boxes`. */
  readonly index: number;
  readonly node: string;
  readonly kind: NodeKind;
  readonly part: Part;
  /** Machine counted from 1; 0 when the box stands for several, or for the whole node. */
  readonly instance: number;
  /** The first machine that it stands for, counted from 1, and how many from there on. */
  readonly first: number;
  readonly machines: number;
  readonly label: string;
  /** Steps from the users, by the longest way. */
  readonly column: number;
  /** Requests that it can hold at once; 0 for what holds none (users, balancers). */
  readonly workers: number;
  /** Its machines have disks that requests work on. */
  readonly hasDisk: boolean;
  /** Requests may wait in front of it. */
  readonly waits: boolean;
  /** The hops say when requests got a worker here and when they were answered. */
  readonly holds: boolean;
  /** Servers of a database that the box shows inside: shards, and copies of each. */
  readonly servers: { readonly shards: number; readonly copies: number } | null;
  /** The switch that it carries: opens a node into its parts, or closes it again. */
  readonly group: { readonly isOpen: boolean; readonly label: string; readonly parts: number } | null;
}

/** A part of a node that can be opened. */
interface PartOfNode {
  readonly part: Part;
  readonly first: number;
  readonly machines: number;
  readonly label: string;
}

/** 'order-api' → 'Order api', for a node without a label. */
export function labelOf(id: string, node: ScenarioNode): string {
  if (node.label) return node.label;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Machines that a node consists of, those included that a release starts beside them; 1 where the scenario knows of none. */
export function machinesOf(node: ScenarioNode): number {
  if (node.kind === 'service') {
    const most = node.autoscaling?.maximum ?? node.instances ?? 1;
    return isReleasedBeside(node) ? 2 * most : most;
  }
  if (node.kind === 'cache') return node.instances ?? 1;
  if (node.kind === 'cdn') return Object.keys(node.edges).length;
  return node.kind === 'database' ? shardsOf(node) * copiesOf(node) : 1;
}

/** The shards of a database, those included that it will be split into. */
export function shardsOf({ shards, resharding }: DatabaseNode): number {
  return Math.max(shards?.count ?? 1, resharding?.count ?? 1);
}

/** Servers of each shard. */
export function copiesOf({ replicas = 0 }: DatabaseNode): number {
  return replicas + 1;
}

/** The parts that a node opens into; one or none where there is nothing to open. */
export function partsOf(id: string, node: ScenarioNode, regions: Regions = {}): PartOfNode[] {
  const name = labelOf(id, node);
  if (node.kind === 'service') {
    // How many there are changes while it runs.
    return node.autoscaling ? [] : sample(machinesOf(node), 1, name, 'machine');
  }
  if (node.kind === 'cache') return sample(machinesOf(node), 1, name, 'machine');
  if (node.kind === 'cdn') {
    const ids = Object.keys(node.edges);
    const words = (turn: number): string => edgeName(ids[turn]!, node, regions);
    if (ids.length > partsShown) return sample(ids.length, 1, name, 'edge');
    return ids.map((_, turn) => ({ part: 'edge', first: turn + 1, machines: 1, label: words(turn) }));
  }
  if (node.kind !== 'database') return [];
  const shards = shardsOf(node);
  const copies = copiesOf(node);
  if (shards > 1) return sample(shards, copies, `${name} shard`, 'shard');
  const isLeaderless = node.replication?.kind === 'leaderless';
  return Array.from({ length: copies }, (_, turn) => {
    const isPrimary = turn === 0 && !isLeaderless;
    const words = isPrimary ? 'primary' : isLeaderless ? `copy\u00a0${turn + 1}` : `replica\u00a0${turn}`;
    return {
      part: isPrimary ? 'primary' : 'replica',
      first: turn + 1,
      machines: 1,
      label: `${name} ${words}`,
    };
  });
}

/** An edge is called by the place where it stands, as on the map; by its id where two stand in one place. */
function edgeName(id: string, node: CdnNode, regions: Regions): string {
  const { region } = node.edges[id]!;
  const here = Object.values(node.edges).filter((edge) => edge.region === region);
  const place = region === undefined || here.length > 1 ? undefined : regions[region]?.label;
  return place ?? labelOf(id, { ...node, label: '' });
}

/** All of them, or the first few and the rest. */
function sample(count: number, machines: number, name: string, part: Part): PartOfNode[] {
  const shown = count > partsShown ? partsOfSample : count;
  const parts: PartOfNode[] = Array.from({ length: shown }, (_, turn) => ({
    part,
    first: turn * machines + 1,
    machines,
    label: `${name} ${turn + 1}`,
  }));
  if (shown < count) {
    const label = `${name} ${shown + 1}–${count}`;
    parts.push({ part: 'rest', first: shown * machines + 1, machines: (count - shown) * machines, label });
  }
  return parts;
}

/** The boxes of one node. */
export function boxesOf(
  id: string,
  node: ScenarioNode,
  place: {
    readonly column: number;
    readonly isOpen: boolean;
    readonly index: number;
    readonly regions?: Regions;
  },
): Box[] {
  const parts = partsOf(id, node, place.regions);
  const label = groupLabel(id, node, parts.length);
  const shared = {
    node: id,
    kind: node.kind,
    column: place.column,
    hasDisk: hasDisk(node),
    waits: waits(node),
    holds: holds(node),
  };
  const group = (isOpen: boolean) => (parts.length > 1 ? { isOpen, label, parts: parts.length } : null);
  if (parts.length > 1 && place.isOpen) {
    return parts.map((part, turn) => ({
      ...shared,
      ...part,
      index: place.index + turn,
      instance: part.machines === 1 ? part.first : 0,
      workers: workersOf(node) * part.machines,
      servers: part.part === 'shard' ? { shards: 1, copies: part.machines } : null,
      group: turn === 0 ? group(true) : null,
    }));
  }
  const machines = machinesOf(node);
  const servers = node.kind === 'database' ? { shards: shardsOf(node), copies: copiesOf(node) } : null;
  const whole = { part: 'whole' as const, first: 1, machines, instance: 0, servers };
  return [
    {
      ...shared,
      ...whole,
      index: place.index,
      label,
      workers: workersOf(node) * machines,
      group: group(false),
    },
  ];
}

function groupLabel(id: string, node: ScenarioNode, parts: number): string {
  const label = labelOf(id, node);
  // Where there are twice as many places as machines, a number in the name would promise too much.
  const isCounted = node.kind === 'cache' || (node.kind === 'service' && !isReleasedBeside(node));
  return isCounted && parts > 1 ? `${label} × ${machinesOf(node)}` : label;
}

function workersOf(node: ScenarioNode): number {
  if (node.kind === 'service') return node.workers ?? node.cores ?? 1;
  if (node.kind === 'database') return node.connections ?? 100;
  if (node.kind === 'queue') return node.consumers ?? 1;
  return node.kind === 'external-api' ? (node.concurrency ?? 0) : 0;
}

function hasDisk(node: ScenarioNode): boolean {
  if (node.kind === 'database') return node.disk !== undefined;
  if (node.kind !== 'service') return false;
  const plans = [node, ...Object.values(node.classes ?? {})].map(({ plan = [] }) => plan);
  return plans.flat().some((step) => 'work' in step && step.on === 'disk');
}

function waits(node: ScenarioNode): boolean {
  if (node.kind === 'service' || node.kind === 'database' || node.kind === 'queue') return true;
  if (node.kind === 'cache') return node.serviceTime !== undefined;
  if (node.kind === 'load-balancer') return node.connectionsPerMachine !== undefined;
  return node.kind === 'external-api' && node.concurrency !== undefined;
}

/** Whoever waits in front of it is a dot: the hops say from when to when. Of others, such as messages, only their number is known. */
export function waitsAsDots({ kind, waits, holds }: Pick<Box, 'kind' | 'waits' | 'holds'>): boolean {
  return waits && (holds || kind === 'load-balancer');
}

function holds({ kind }: ScenarioNode): boolean {
  return kind === 'service' || kind === 'database' || kind === 'external-api' || kind === 'object-storage';
}
