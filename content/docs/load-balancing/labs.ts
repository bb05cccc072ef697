import type { Scenario } from '#sim-core';
import type { ChoiceKnob, LabDescription, RangeKnob } from '#widgets';

/** Four equal servers, a hundred requests a second each; one of them falls ill after ten seconds. */
export const oneSlow: Scenario = {
  version: 1,
  title: 'Four servers, one of them slow',
  durationSeconds: 60,
  warmUpSeconds: 0,
  seed: 7,
  nodes: {
    users: {
      kind: 'users',
      label: 'Cooks',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond: 240 },
      clients: { count: 500, skew: 0.6 },
    },
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 4,
      queueLimit: 2000,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  faults: { slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 10, speed: 0.25 } },
  prices: { instanceDollarsPerMonth: 30, coreDollarsPerMonth: 30, balancerDollarsPerMonth: 25 },
};

export const policyPath = 'nodes.balancer.policy';
export const speedPath = 'faults.slow.speed';

export const policyKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'policy',
  path: policyPath,
  label: 'Policy',
  options: [
    { value: 'random', label: 'random', set: { kind: 'random' } },
    { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
    { value: 'weighted', label: 'weighted', set: { kind: 'weighted', weights: [1, 1, 0.25, 1] } },
    { value: 'two-choices', label: 'two choices', set: { kind: 'power-of-d-choices' } },
    { value: 'least-connections', label: 'least busy', set: { kind: 'least-connections' } },
    { value: 'least-latency', label: 'least latency', set: { kind: 'least-latency' } },
    { value: 'sticky', label: 'sticky', set: { kind: 'sticky' } },
  ],
};

export const serversKnob: RangeKnob = {
  kind: 'range',
  id: 'servers',
  path: 'nodes.server.instances',
  label: 'Servers',
  minimum: 4,
  maximum: 8,
  step: 1,
};

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: 'nodes.users.arrivals.ratePerSecond',
  label: 'Requests per second',
  minimum: 40,
  maximum: 400,
  step: 10,
};

const speedKnob: RangeKnob = {
  kind: 'range',
  id: 'speed',
  path: speedPath,
  label: 'Server 3 works at',
  minimum: 0.1,
  maximum: 1,
  step: 0.05,
  format: 'ratio',
};

export const slowLab: LabDescription = {
  id: 'one-slow',
  title: 'Four servers, one of them slow',
  scenario: oneSlow,
  knobs: [speedKnob, rateKnob],
  charts: [
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
    { kind: 'latency-histogram', title: 'How long people waited' },
  ],
};

export const policyLab: LabDescription = {
  id: 'policies',
  title: 'Who gets the next request?',
  scenario: oneSlow,
  knobs: [policyKnob, rateKnob, serversKnob, speedKnob],
  charts: [
    {
      kind: 'comparison',
      title: 'Same traffic, every policy',
      subtitle: '99th percentile',
      knob: 'policy',
      metric: 'overall.latencySecondsP99',
    },
    {
      kind: 'latency-against-load',
      title: 'Latency against load',
      metric: 'latencySecondsP99',
      loads: [40, 80, 120, 160, 200, 240, 270, 300, 320, 340],
      maximumSeconds: 1,
    },
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
  ],
};

/** The home page: the smallest set of knobs with which one can ruin this system and save it. */
export const homeLab: LabDescription = {
  id: 'home',
  title: 'Four servers, one of them slow',
  scenario: oneSlow,
  knobs: [
    {
      ...policyKnob,
      options: policyKnob.options.filter(({ value }) =>
        ['round-robin', 'two-choices', 'least-connections'].includes(value),
      ),
    },
    speedKnob,
    rateKnob,
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Same traffic, three policies',
      subtitle: '99th percentile',
      knob: 'policy',
      metric: 'overall.latencySecondsP99',
    },
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
  ],
};

/** Five healthy servers, until the second one dies in the sixteenth second and stays dead for half a minute. */
export const oneDead: Scenario = {
  ...oneSlow,
  title: 'Five servers, one of them dead',
  nodes: {
    ...oneSlow.nodes,
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'round-robin' },
      healthCheck: { intervalSeconds: 5, unhealthyThreshold: 3, healthyThreshold: 2, timeoutSeconds: 5 },
    },
    server: {
      kind: 'service',
      label: 'Server',
      instances: 5,
      queueLimit: 2000,
      serviceTime: { kind: 'exponential', meanSeconds: 0.01 },
    },
  },
  faults: { crash: { kind: 'crash', node: 'server', instance: 2, atSeconds: 15.4, forSeconds: 30 } },
};

export const intervalPath = 'nodes.balancer.healthCheck.intervalSeconds';
export const thresholdPath = 'nodes.balancer.healthCheck.unhealthyThreshold';

export const healthKnobs: readonly RangeKnob[] = [
  {
    kind: 'range',
    id: 'interval',
    path: intervalPath,
    label: 'A check every',
    minimum: 0.5,
    maximum: 15,
    step: 0.5,
    scale: 'log',
  },
  {
    kind: 'range',
    id: 'threshold',
    path: thresholdPath,
    label: 'Failed checks that count',
    minimum: 1,
    maximum: 6,
    step: 1,
  },
  {
    kind: 'range',
    id: 'timeout',
    path: 'nodes.balancer.healthCheck.timeoutSeconds',
    label: 'A check gives up after',
    minimum: 0.02,
    maximum: 5,
    step: 0.01,
    scale: 'log',
  },
];

export const healthLab: LabDescription = {
  id: 'health',
  title: 'Until the balancer knows',
  scenario: oneDead,
  knobs: [
    ...healthKnobs,
    {
      kind: 'choice',
      id: 'policy',
      path: policyPath,
      label: 'Policy',
      options: [
        { value: 'round-robin', label: 'round robin', set: { kind: 'round-robin' } },
        { value: 'two-choices', label: 'two choices', set: { kind: 'power-of-d-choices' } },
        { value: 'least-connections', label: 'least busy', set: { kind: 'least-connections' } },
      ],
    },
    rateKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    {
      kind: 'time-series',
      title: 'How busy, by server',
      node: 'server',
      quantity: 'utilisation',
      perInstance: true,
    },
  ],
};

/** Four healthy servers behind a balancer that dies at half time. */
export const balancerDies: Scenario = {
  ...oneSlow,
  title: 'The balancer dies',
  durationSeconds: 60,
  nodes: {
    ...oneSlow.nodes,
    balancer: {
      kind: 'load-balancer',
      label: 'Load balancer',
      targets: ['server'],
      policy: { kind: 'power-of-d-choices' },
      instances: 1,
      failoverSeconds: 1,
    },
  },
  faults: { death: { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 30 } },
};

export const balancersPath = 'nodes.balancer.instances';

export const balancersKnob: RangeKnob = {
  kind: 'range',
  id: 'balancers',
  path: balancersPath,
  label: 'Balancers',
  minimum: 1,
  maximum: 2,
  step: 1,
};

export const redundancyLab: LabDescription = {
  id: 'redundancy',
  title: 'Who balances the balancer?',
  scenario: balancerDies,
  knobs: [
    balancersKnob,
    {
      kind: 'range',
      id: 'failover',
      path: 'nodes.balancer.failoverSeconds',
      label: 'The standby takes over after',
      minimum: 0.5,
      maximum: 20,
      step: 0.5,
    },
    serversKnob,
  ],
  charts: [
    { kind: 'time-series', title: 'Failed requests', node: 'users', quantity: 'failedPerSecond' },
    { kind: 'time-series', title: 'Answered requests', node: 'users', quantity: 'servedPerSecond' },
  ],
};

/** Ten healthy servers, nine tenths busy, to compare policies where theory can follow. */
export const tenServers: Scenario = {
  version: 1,
  title: 'Ten equal servers',
  durationSeconds: 120,
  warmUpSeconds: 20,
  seed: 5,
  nodes: {
    users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 900 } },
    balancer: { kind: 'load-balancer', targets: ['server'], policy: { kind: 'random' } },
    server: { kind: 'service', instances: 10, serviceTime: { kind: 'exponential', meanSeconds: 0.01 } },
  },
};
