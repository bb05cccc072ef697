import { expect, test } from 'vitest';
import type {
  Fault,
  LoadBalancerNode,
  MachineMetrics,
  RunEvent,
  RunResult,
  Scenario,
  ServiceNode,
} from '#sim-core';
import { describe } from '../describe.ts';
import { plainText } from '../sentence.ts';
import { balancer, machine, result, service } from './example-result.ts';

const serviceTime = { kind: 'exponential', meanSeconds: 0.02 } as const;

function oneServer(change: Partial<ServiceNode> = {}): Scenario {
  return {
    version: 1,
    durationSeconds: 60,
    nodes: {
      users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
      server: { kind: 'service', label: 'Server', serviceTime, ...change },
    },
  };
}

function fourServers(fault?: Fault, change: Partial<LoadBalancerNode> = {}): Scenario {
  return {
    version: 1,
    durationSeconds: 60,
    nodes: {
      users: { kind: 'users', target: 'balancer', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
      balancer: {
        kind: 'load-balancer',
        label: 'Load balancer',
        targets: ['server'],
        policy: { kind: 'round-robin' },
        ...change,
      },
      server: { kind: 'service', label: 'Server', instances: 4, serviceTime },
    },
    ...(fault ? { faults: { trouble: fault } } : {}),
  };
}

const crash: Fault = { kind: 'crash', node: 'server', instance: 2, atSeconds: 20 };
const crashEvent = { kind: 'crash', node: 'server', instance: 2, atSeconds: 20 } as const;

/** The words, with plain spaces. */
function words(scenario: Scenario, run: RunResult): string {
  return plainText(describe(scenario, run)).replaceAll('\u00a0', ' ');
}

test('nobody came', () => {
  expect(words(oneServer(), result({ overall: { arrived: 0 } }))).toBe('No request arrived.');
});

test('an idle server', () => {
  const nodes = {
    server: service([machine({ utilisation: 0.12, queueLengthMean: 0 })], { waitingSecondsMean: 0.0001 }),
  };
  expect(words(oneServer(), result({ nodes }))).toBe(
    'The server is busy 12 % of the time, and hardly anybody waits. ' +
      'Half of the requests are done within 50 ms; one in a hundred takes longer than 200 ms.',
  );
});

test('answers that all take the same time', () => {
  const nodes = { server: service([machine()], { waitingSecondsMean: 0 }) };
  const overall = { latencySecondsP50: 0.0101, latencySecondsP99: 0.0102 };
  expect(words(oneServer(), result({ nodes, overall }))).toContain('Nearly every answer takes 10 ms.');
});

test('a busy server, where waiting outgrows the work', () => {
  const waits = { waitingSecondsMean: 0.18, latencySecondsMean: 0.2 };
  const nodes = { server: service([machine({ utilisation: 0.9, queueLengthMean: 9 })], waits) };
  expect(words(oneServer(), result({ nodes }))).toContain(
    'The server is busy 90 % of the time; a request waits 180 ms for its turn on average, ' +
      '9 times as long as the work itself takes.',
  );
});

test('a server that cannot keep up', () => {
  const counts = { arrived: 3600, throughputPerSecond: 50 };
  const nodes = { server: service([machine({ utilisation: 1, queueLengthMean: 300 })], counts) };
  const series = {
    bucketSeconds: 1,
    nodes: { server: { ...emptySeries, queueLengthMean: [1, 300, 612.2] } },
  };
  expect(words(oneServer(), result({ nodes, series }))).toContain(
    'The server cannot keep up: 60 /s come, 50 /s are done, and 612 are waiting by the end.',
  );
});

test('a full queue', () => {
  const nodes = { server: service([machine({ utilisation: 1 })]) };
  const failures = [{ node: 'server', cause: 'queue-full', count: 310 }] as const;
  const overall = { failed: 310, served: 690, failureRatio: 0.31 };
  const said = words(oneServer({ queueLimit: 20 }), result({ nodes, failures, overall }));
  expect(said).toMatch(/^31 % of requests failed: the queue of the server was full\. /);
  expect(said).toContain('Of the answered requests half are done within');
});

test('the queue of one machine of several, or of more', () => {
  const full = machine({ failed: 8 });
  const failures = [{ node: 'server', cause: 'queue-full', count: 8 }] as const;
  const said = (machines: MachineMetrics[], failureRatio: number) =>
    words(
      fourServers(),
      result({ nodes: { server: service(machines) }, failures, overall: { failed: 8, failureRatio } }),
    );
  expect(said([machine(), machine(), full, machine()], 0.05)).toMatch(
    /^5 % of requests failed: the queue of server 3 was full\. The four servers/,
  );
  expect(said([full, machine(), full, machine()], 0.05)).toContain(
    'two of the four servers had a full queue.',
  );
  expect(said([full, full, full, full], 0.05)).toContain('the queues of the four servers were full.');
  expect(said([machine(), machine(), full, machine()], 0.002)).toMatch(
    /^The four servers .* 0.2 % of requests/,
  );
});

test('the only server is down', () => {
  const events = [{ ...crashEvent, instance: 1, atSeconds: 0 }];
  const failures = [{ node: 'server', cause: 'refused', count: 1000 }] as const;
  const overall = {
    served: 0,
    failed: 1000,
    failureRatio: 1,
    latencySecondsP50: null,
    latencySecondsP99: null,
  };
  const nodes = { server: service([machine({ served: 0, utilisation: 0 })]) };
  expect(words(oneServer(), result({ nodes, events, failures, overall }))).toBe(
    'The server is down and everything with it: 100 % of requests failed.',
  );
});

test('the only server is down for a while, and from some time on', () => {
  const nodes = { server: service([machine()]) };
  const failures = [
    { node: 'server', cause: 'refused', count: 160 },
    { node: 'server', cause: 'crashed', count: 7 },
  ] as const;
  const overall = { failed: 167, served: 833, failureRatio: 0.167 };
  const down = { ...crashEvent, instance: 1 };
  const up = { ...down, kind: 'restart', atSeconds: 30 } as const;
  expect(words(oneServer(), result({ nodes, failures, overall, events: [down, up] }))).toMatch(
    /^17 % of requests failed: for 10 s the server was down, and there was no other to answer\./,
  );
  const long = [failures[0], { node: 'server', cause: 'crashed', count: 70 }] as const;
  expect(words(oneServer(), result({ nodes, failures: long, overall, events: [down, up] }))).toContain(
    'to answer. 70 of them were waiting inside when it crashed.',
  );
  expect(words(oneServer(), result({ nodes, failures, overall, events: [down] }))).toMatch(
    /^The server is down since second 20, and everything with it: 17 % of all requests failed\./,
  );
});

test('health checks notice a dead machine, late', () => {
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  const events = [crashEvent, { ...crashEvent, kind: 'unhealthy', atSeconds: 26.4 } as const];
  const failures = [{ node: 'server', cause: 'refused', count: 214 }] as const;
  const overall = { failed: 214, served: 3786, failureRatio: 0.054 };
  const healthCheck = { intervalSeconds: 2 };
  expect(words(fourServers(crash, { healthCheck }), result({ nodes, events, failures, overall }))).toMatch(
    /^214 requests hit a dead server in the 6.4 s between the crash of server 2 and its third failed check \(5.4 % of all\)\. After that it got no more\./,
  );
});

test('checks so impatient that they take out machines that are only busy', () => {
  const out = (instance: number) => ({ kind: 'unhealthy', node: 'server', instance, atSeconds: 30 }) as const;
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  const said = (...events: RunEvent[]) => words(fourServers(), result({ nodes, events }));
  expect(said(out(1))).toContain(' The health checks took out server 1, which was only busy. ');
  expect(said(out(1), out(3), out(1))).toContain('two of the four servers, which were only busy.');
  expect(said(out(1), out(2), out(3), out(4))).toContain('all of the four servers, which were only busy.');
  expect(said({ ...crashEvent, kind: 'slow-down' }, out(2))).not.toContain('only busy');
});

test('a machine that is back before any check has noticed', () => {
  const events = [crashEvent, { ...crashEvent, kind: 'restart', atSeconds: 25 } as const];
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  const failures = [{ node: 'server', cause: 'refused', count: 60 }] as const;
  const overall = { failed: 60, served: 940, failureRatio: 0.06 };
  const healthCheck = { intervalSeconds: 10 };
  expect(words(fourServers(crash, { healthCheck }), result({ nodes, events, failures, overall }))).toMatch(
    /^Server 2 was dead for 5 s, and no check noticed in time: 6 % of requests failed\./,
  );
});

test('nobody checks: a dead machine goes on being asked', () => {
  const events = [crashEvent];
  const failures = [{ node: 'server', cause: 'refused', count: 250 }] as const;
  const overall = { failed: 250, served: 750, failureRatio: 0.25 };
  const nodes = {
    server: service([machine(), machine(), machine(), machine()]),
    balancer: balancer([250, 250, 250, 250]),
  };
  const said = words(fourServers(crash), result({ nodes, events, failures, overall }));
  expect(said).toMatch(
    /^Server 2 is dead, but nobody checks: the balancer goes on sending it requests, and 25 % of all/,
  );
  expect(said).not.toContain('least busy');
  const drawn = { ...nodes, balancer: balancer([20, 940, 20, 20]) };
  expect(words(fourServers(crash), result({ nodes: drawn, events, failures, overall }))).toContain(
    'A server that fails at once always looks least busy.',
  );
});

test('the balancer is the single point of failure, or has a standby', () => {
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  const down = { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 20 } as const;
  const takeover = { kind: 'failover', node: 'balancer', instance: 2, atSeconds: 23 } as const;
  const failures = [{ node: 'balancer', cause: 'refused', count: 330 }] as const;
  const overall = { failed: 330, served: 670, failureRatio: 0.33 };
  expect(words(fourServers(), result({ nodes, failures, overall, events: [down] }))).toMatch(
    /^The load balancer went down and took everything with it: 33 % of requests failed, although the servers/,
  );
  expect(words(fourServers(), result({ nodes, failures, overall, events: [down, takeover] }))).toMatch(
    /^330 requests failed in the 3 s between the crash of the load balancer and the takeover by its standby \(33 % of all\)\./,
  );
});

test('no healthy machine is left', () => {
  const failures = [{ node: 'balancer', cause: 'no-healthy-target', count: 100 }] as const;
  const overall = { failed: 100, served: 900, failureRatio: 0.1 };
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  expect(words(fourServers(), result({ nodes, failures, overall }))).toMatch(
    /^10 % of requests failed: the load balancer knew no healthy machine to send them to\./,
  );
});

const slow: Fault = { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 0, speed: 0.25 };

test('a slow machine drowns while the others rest', () => {
  const rest = machine({ utilisation: 0.56 });
  const drowning = machine({ utilisation: 1, queueLengthMean: 100, queueLengthMaximum: 214 });
  const nodes = { server: service([rest, rest, drowning, rest]) };
  const quiet = { queueLengthMean: [0], utilisation: [0.5] };
  const instances = [quiet, quiet, { queueLengthMean: [10, 100, 212], utilisation: [1, 1, 1] }, quiet];
  const series = { bucketSeconds: 1, nodes: { server: { ...emptySeries, instances } } };
  const sentence = describe(fourServers(slow), result({ nodes, series }));
  expect(plainText(sentence).replaceAll('\u00a0', ' ')).toMatch(
    /^Server 3 works at a quarter of its speed but still gets every fourth request\. By the end 212 requests wait in front of it, while the others are idle 44 % of the time\./,
  );
  expect(sentence[0]).toEqual({ text: 'Server 3', strong: true, hue: 'service', node: 'server' });
});

test('a slow machine is spared by a balancer that looks', () => {
  const busy = machine({ utilisation: 0.7, arrived: 1200 });
  const nodes = { server: service([busy, busy, machine({ utilisation: 0.8, arrived: 300 }), busy]) };
  const behind = (policy: LoadBalancerNode['policy']) =>
    words(fourServers(slow, { policy }), result({ nodes }));
  expect(behind({ kind: 'least-connections' })).toMatch(
    /^Server 3 gets only 7.7 % of the requests: it works at a quarter of its speed, and the balancer sees that\./,
  );
  expect(behind({ kind: 'weighted', weights: [1, 1, 0.25, 1] })).toContain('its weight says so.');
  expect(behind({ kind: 'sticky' })).toMatch(/^The four servers are busy/);
});

test('machines that share the work evenly', () => {
  const nodes = { server: service([machine(), machine(), machine(), machine()]) };
  expect(words(fourServers(), result({ nodes }))).toMatch(
    /^The four servers are busy 50 % of the time; a request waits 20 ms for its turn on average\./,
  );
});

test('workers that wait for another service', () => {
  const scenario = oneServer({ plan: [{ work: serviceTime }, { call: 'store' }], label: 'API' });
  const nodes = { ...scenario.nodes, store: { kind: 'service', label: 'Store', serviceTime } as const };
  const metrics = {
    server: service([machine({ queueLengthMean: 40 })], { utilisation: 0.2, workerUtilisation: 1 }),
    store: service([machine({ utilisation: 0.99, queueLengthMean: 3 })]),
  };
  expect(words({ ...scenario, nodes }, result({ nodes: metrics }))).toMatch(
    /^All workers of the API are taken, though its cores are busy only 20 % of the time: they wait for the store\./,
  );
});

const emptySeries = {
  arrivedPerSecond: [],
  servedPerSecond: [],
  failedPerSecond: [],
  latencySecondsMean: [],
};
