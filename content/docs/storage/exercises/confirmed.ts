import type { ExerciseDescription } from '#widgets';
import { replicasKnob, replicationKnob } from '../knobs.ts';
import { failoverPath, primaryDies } from '../scenarios.ts';

export const confirmed: ExerciseDescription = {
  id: 'storage/confirmed',
  title: 'Saved means saved',
  prompt:
    'Whoever was told ‘saved’ must find their recipe again, whichever machine dies. The primary will die at half time. Lose nothing that was confirmed, answer at least 85 requests of a hundred in this bad minute, let nobody wait longer than a second to save, and spend at most $240.',
  scenario: { ...primaryDies, title: 'Saved, and then the primary died' },
  seeds: [91, 92, 93, 94, 95],
  start: { replicas: 1, replication: 'asynchronous', failover: 20 },
  knobs: [
    { ...replicasKnob, note: '$50 a month each' },
    replicationKnob,
    {
      kind: 'range',
      id: 'failover',
      path: failoverPath,
      label: 'A replica takes over after',
      minimum: 3,
      maximum: 30,
      step: 1,
      note: 'sooner, and a pause would be taken for a death',
    },
  ],
  goals: [
    { metric: 'nodes.database.writesLost', label: 'Confirmed, and lost', as: 'count', atMost: 0 },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.85 },
    {
      metric: 'nodes.cooks.classes.save.latencySecondsP95',
      label: '95 % of what is saved, within',
      as: 'seconds',
      atMost: 1,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 240 },
  ],
  severalAnswers: true,
  hints: [
    'What is lost is what the replica had not heard of. And for how long does nobody answer at all?',
    'A replica that hears of a write a moment later knows less than the primary did. Who should have a write before its writer is told?',
    'Wait for the replica. One is enough, if it takes over soon; a second one is one more that a writer waits for.',
  ],
  lever: 'replication',
  traps: [
    { name: 'More replicas', values: { replicas: 2, failover: 5 } },
    {
      name: 'As many as there are, and wait for all',
      values: { replicas: 3, replication: 'synchronous', failover: 5 },
    },
    {
      name: 'Two replicas, and the quicker one is enough',
      values: { replicas: 2, replication: 'first', failover: 3 },
    },
    {
      name: 'A replica that takes its time',
      values: { replicas: 1, replication: 'synchronous', failover: 30 },
    },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 180,
  },
};
