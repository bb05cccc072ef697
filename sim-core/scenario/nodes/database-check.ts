import { keyCountOf } from '../../random/index.ts';
import { placementOf } from '../../storage/placement/placement.ts';
import { classNamesOf } from '../request-class.ts';
import type { Scenario } from '../scenario.ts';
import { ScenarioError } from '../scenario-error.ts';
import type { DatabaseNode } from './database.ts';
import type { NodeInScenario } from './node-kind.ts';

const MOST_KEYS_TO_MOVE = 10_000_000;

/** How many keys the users of a scenario may ask for, or how many clients there are where they name no keys. */
export function keysAskedFor({ nodes }: Scenario): number {
  return Object.values(nodes).reduce((most, node) => {
    if (node.kind !== 'users') return most;
    return Math.max(most, node.keys ? keyCountOf(node.keys) : (node.clients?.count ?? 1));
  }, 1);
}

/** Throws a ScenarioError where the parts of a database do not fit together. */
export function checkDatabase({ scenario, id, node }: NodeInScenario<DatabaseNode>): void {
  const { replicas = 0, readQuorum = 1, replication, shards, resharding, bufferPool, disk } = node;
  const refuse = (key: string, what: string, expected: string): never => {
    throw new ScenarioError(`nodes.${id}.${key}`, `database "${id}": ${key} ${what}; expected ${expected}`);
  };
  if (replicas > 0 && replication === undefined)
    refuse('replication', 'is missing', `it, for there are replicas`);
  if (readQuorum > replicas + 1)
    refuse('readQuorum', `is ${readQuorum}`, `at most ${replicas + 1}, the copies that there are`);
  if (replication !== undefined && replication.kind !== 'asynchronous') {
    const { kind, writeQuorum = 0 } = replication;
    const most = kind === 'leaderless' ? replicas + 1 : replicas;
    if (writeQuorum > most)
      refuse('replication.writeQuorum', `is ${writeQuorum}`, `at most ${most}, the copies that can confirm`);
  }
  if (bufferPool && !disk) refuse('disk', 'is missing', 'it, for there is a buffer pool');
  checkScatter(scenario, node, refuse);
  const placement = shards?.placement;
  for (const region of placement?.kind === 'by-country' ? Object.keys(placement.shardByRegion) : []) {
    if (!Object.hasOwn(scenario.regions ?? {}, region))
      refuse('shards.placement.shardByRegion', `has "${region}"`, 'regions of the scenario');
  }
  for (const [key, count] of [
    ['shards.placement', shards?.count ?? 1],
    ['resharding.count', resharding?.count],
  ] as const) {
    if (count === undefined) continue;
    try {
      placementOf(shards?.placement ?? { kind: 'hash' }, count);
    } catch (error) {
      throw new ScenarioError(`nodes.${id}.${key}`, `database "${id}": ${(error as Error).message}`);
    }
  }
  if (!resharding) return;
  if (shards?.placement?.kind === 'by-country')
    refuse('resharding', 'is given', 'none, for keys are placed by country');
  const keys = keysAskedFor(scenario);
  if (keys > MOST_KEYS_TO_MOVE)
    refuse('resharding', `has ${keys} keys to look at`, `at most ${MOST_KEYS_TO_MOVE}`);
}

function checkScatter(
  scenario: Scenario,
  { scatter = [] }: DatabaseNode,
  refuse: (key: string, what: string, expected: string) => never,
): void {
  const names = classNamesOf(scenario);
  scatter.forEach((name, i) => {
    if (!names.includes(name))
      refuse(`scatter.${i}`, `is "${name}", which is no class of any users`, `one of ${names.join(', ')}`);
    if (Object.hasOwn(scenario.requestClasses ?? {}, name) && scenario.requestClasses![name]!.writes)
      refuse(`scatter.${i}`, `is "${name}", which writes`, 'a class that reads');
  });
}
