import type { DatabaseNode, Scenario, ServiceNode, UsersNode } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { replicasKnob, replicationKnob } from '../knobs.ts';
import { primaryDies } from '../scenarios.ts';

const { cooks, api, database } = primaryDies.nodes as {
  cooks: UsersNode;
  api: ServiceNode;
  database: DatabaseNode;
};

/** The same system with a replica that takes over after so long, and so many small machines that watch the primary. */
function watched(failoverSeconds: number, watchers: number): Scenario['nodes'] {
  const watch: ServiceNode = {
    kind: 'service',
    label: 'Watchers',
    instances: Math.max(1, watchers),
    serviceTime: { kind: 'deterministic', seconds: 0.001 },
    prices: { instanceDollarsPerMonth: 20, coreDollarsPerMonth: 0 },
  };
  return {
    // Sunday evening, when what was cooked is written down: half of the requests save something.
    cooks: {
      ...cooks,
      arrivals: { kind: 'poisson', ratePerSecond: 100 },
      classes: { read: { share: 1 }, save: { share: 1 } },
    },
    api,
    database: { ...database, failoverSeconds },
    ...(watchers > 0 && { watch }),
  };
}

export const confirmed: ExerciseDescription = {
  id: 'storage/confirmed',
  title: 'Saved means saved',
  prompt:
    'On Sunday evening a hundred requests come in a second, and half of them save a recipe. Whoever was told ‘saved’ must find it again, whichever machine dies. The primary will die at half time, for twenty seconds, and a person who is called needs longer than that. Lose nothing that was confirmed, answer at least 72 requests of a hundred in this bad minute, let 95 of a hundred recipes be saved within a second, and spend at most $225.',
  scenario: {
    ...primaryDies,
    title: 'Saved, and then the primary died',
    nodes: watched(25, 0),
    faults: {
      death: { kind: 'crash', node: 'database', instance: 1, atSeconds: 30, forSeconds: 20, enabled: true },
    },
  },
  seeds: [91, 92, 93, 94, 95],
  start: { failover: 'by-hand', replicas: 1, replication: 'asynchronous' },
  knobs: [
    {
      kind: 'choice',
      id: 'failover',
      path: 'nodes',
      label: 'That the primary is dead is decided by',
      note: 'of two that cannot reach each other, neither knows which one is alive; a third machine does',
      options: [
        { value: 'by-hand', label: 'somebody who is called: 25 s', set: watched(25, 0) },
        { value: 'one', label: 'a machine that watches: 5 s, $20', set: watched(5, 1) },
        { value: 'three', label: 'three that vote: 3 s, $60', set: watched(3, 3) },
      ],
    },
    { ...replicasKnob, note: '$50 a month each' },
    replicationKnob,
  ],
  goals: [
    { metric: 'nodes.database.writesLost', label: 'Confirmed, and lost', as: 'count', atMost: 0 },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.72 },
    {
      metric: 'nodes.cooks.classes.save.latencySecondsP95',
      label: '95 % of what is saved, within',
      as: 'seconds',
      atMost: 1,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 225 },
  ],
  severalAnswers: true,
  hints: [
    'What is lost is what the replica had not heard of. And for how long does nobody answer at all?',
    'A replica that hears of a write a moment later knows less than the primary did. Who should have a write before its writer is told?',
    'Wait for the replica. One is enough, if it takes over soon, and one machine that watches is enough for that.',
  ],
  lever: 'replication',
  traps: [
    { name: 'More replicas', values: { failover: 'one', replicas: 2 } },
    { name: 'Wait for the replica, and call somebody', values: { replication: 'synchronous' } },
    {
      name: 'As many as there are, and wait for all',
      values: { failover: 'one', replicas: 3, replication: 'synchronous' },
    },
    {
      name: 'Two replicas, and the quicker one is enough',
      values: { failover: 'one', replicas: 2, replication: 'first' },
    },
    { name: 'Three that vote', values: { failover: 'three', replication: 'synchronous' } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 200,
  },
};
