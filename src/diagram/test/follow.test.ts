import { expect, test } from 'vitest';
import { run, type LoadBalancerNode, type Scenario } from '#sim-core';
import { graphOf } from '../graph.ts';
import { pickRequest, wishesMet } from '../follow/pick-request.ts';
import { wayOf } from '../follow/way-of-request.ts';
import { boxesOf, spansOf } from '../follow/way-spans.ts';
import { stepsOf } from '../follow/way-steps.ts';
import { balanced, hopsOf, server, system } from './scenario-fixture.ts';

const calm = run({ ...balanced(2), durationSeconds: 20 }, { hops: 1 });
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

function story(scenario: Scenario, ...lines: string[]): string[] {
  const way = wayOf(hopsOf(1, ...lines), 0, calm)!;
  return stepsOf(scenario, way).map(({ words }) => plain(words));
}

test('a way is told hop by hop, with what is waited for', () => {
  expect(
    story(
      balanced(2),
      '0 users balancer 1 1 1.3 1',
      '0 balancer server#2 1 1.12 1.3 1',
      '7 users balancer 1 1 1 1',
    ),
  ).toEqual([
    'It leaves the users.',
    'The load balancer hands it to server 2.',
    'It waits 120 ms for a worker of server 2.',
    'Server 2 takes it, and has it for 180 ms.',
    'Server 2 answers.',
    'The answer is back at the users, 300 ms after the question.',
  ]);
});

test('a balancer that limits the connections of its machines keeps a request until one has room', () => {
  const [users, balancer, servers] = Object.values(balanced(2).nodes);
  const limited = { ...balancer!, connectionsPerMachine: 1 } as LoadBalancerNode;
  const scenario = { ...balanced(2), nodes: { users: users!, balancer: limited, server: servers! } };
  const waited = ['0 users balancer 1 1.25 1.5 1', '0 balancer server#2 1.25 1.25 1.5 1'];
  expect(story(scenario, ...waited).slice(1, 4)).toEqual([
    'It waits 250 ms for a machine with room behind the load balancer.',
    'The load balancer hands it to server 2.',
    'Server 2 is free and takes it at once, and has it for 250 ms.',
  ]);
  const way = wayOf(hopsOf(1, ...waited), 0, calm)!;
  expect(spansOf(scenario, graphOf(scenario).boxes, way)[0]).toMatchObject({
    startSeconds: 1,
    waitSeconds: 0.25,
  });
  expect(story(scenario, '0 users balancer 1 -1 1 2')[1]).toBe('It is turned away at the load balancer.');
});

test('who calls others waits for them', () => {
  const scenario = system({ api: server(1), database: server(1) });
  const words = story(scenario, '0 users api 1 1 1.5 1', '0 api database 1.1 1.1 1.4 1');
  expect(words).toContain(
    'The api is free and takes it at once, and has it for 500 ms: for 300 ms of that it waits for others.',
  );
  const way = wayOf(hopsOf(1, '0 users api 1 1 1.5 1', '0 api database 1.1 1.1 1.4 1'), 0, calm)!;
  expect(spansOf(scenario, graphOf(scenario).boxes, way)).toMatchObject([
    { label: 'Api', depth: 0, waitSeconds: 0, endSeconds: 1.5 },
    { label: 'Database', depth: 1, startSeconds: 1.1, outcome: 'served' },
  ]);
});

test('who waits no longer has waited only until then', () => {
  const scenario = system({ api: server(1), database: server(1) });
  const words = story(scenario, '0 users api 1 1 1.5 2', '0 api database 1.1 1.1 1.9 1');
  expect(words).toContain(
    'The api is free and takes it at once, and has it for 500 ms: for 400 ms of that it waits for others.',
  );
});

test('a failure says where and why, as the run knows it', () => {
  const scenario: Scenario = {
    ...balanced(2),
    faults: { dead: { kind: 'crash', node: 'server', instance: 1, atSeconds: 12, forSeconds: 5 } },
  };
  const result = run(scenario, { hops: 10_000, traces: 10_000 });
  const request = pickRequest(result.hops!, 'failed', 12, 1)!;
  const way = wayOf(result.hops!, request, result)!;
  expect(way.failure?.node).toBe('server');
  const words = stepsOf(scenario, way).map((step) => plain(step.words));
  expect(words.at(-1)).toMatch(
    /^It has failed at the server (at once|after .*): (nobody listened there|the machine crashed with it)\.$/,
  );
  const graph = graphOf(scenario);
  expect([...boxesOf(graph.boxes, way)].map((box) => graph.boxes[box]!.label)).toEqual(
    expect.arrayContaining(['Users', 'Load balancer', 'Server 1']),
  );
  expect([...boxesOf(graph.boxes, way)].map((box) => graph.boxes[box]!.label)).not.toContain('Server 2');
});

test('a cache hands on what it does not have, and a call that is lost never arrives', () => {
  const scenario = system({
    cache: { kind: 'cache', target: 'database', capacity: 10 },
    database: server(1),
  });
  const hops = hopsOf(1, '0 users cache 1 -1 1.5 1', '0 cache database 1 1.2 1.5 1');
  const way = wayOf(hops, 0, calm)!;
  expect(stepsOf(scenario, way).map((step) => plain(step.words))).toContain(
    'The cache does not have the answer, and the database is asked.',
  );
  const spans = spansOf(scenario, graphOf(scenario).boxes, way);
  expect(spans[0]!.waitSeconds).toBe(0);
  expect(spans[1]!.waitSeconds).toBeCloseTo(0.2);

  const lost = { ...hops, arriveSeconds: Float64Array.from([1, -1]), outcome: Uint8Array.from([2, 2]) };
  expect(stepsOf(scenario, wayOf(lost, 0, calm)!).map((step) => plain(step.words))).toContain(
    'It is sent to the database, and never comes there.',
  );
});

test('a request that is never answered ends in waiting', () => {
  expect(story(balanced(1), '0 users balancer 1 1 -1 0', '0 balancer server 1 -1 -1 0')).toContain(
    'It waits at the server, and never gets its turn.',
  );
});

test('one picks the next, a slow or a failed one, from the moment shown on', () => {
  const hops = hopsOf(
    1,
    '0 users server 1 1 1.1 1',
    '1 users server 2 2 4 1',
    '2 users server 3 3 3.1 2',
    '3 users server 5 5 5.1 1',
    '4 users server 6 6 9 1',
    '5 users server 7 7 -1 0',
  );
  expect(pickRequest(hops, 'next', 4.5, 1)).toBe(3);
  expect(pickRequest(hops, 'slow', 0, 1)).toBe(4);
  expect(pickRequest(hops, 'failed', 0, 1)).toBe(2);
  expect(pickRequest(hops, 'failed', 4, 1)).toBe(2);
  expect(pickRequest(hops, 'slow', 0, 9)).toBeNull();
  expect([...wishesMet(hops, 1)].toSorted()).toEqual(['failed', 'next', 'slow']);
  expect([...wishesMet(hops, 9)].toSorted()).toEqual(['failed', 'next']);
  expect(wayOf(hops, 99, calm)).toBeNull();
});

test('a first question tells how it got its connection, a second needs none, and the answer travels back', () => {
  const scenario: Scenario = {
    ...system({ server: server(1) }),
    links: {
      internet: {
        from: 'users',
        to: 'server',
        latencySeconds: { kind: 'deterministic', seconds: 0.05 },
        connection: { setUpRoundTrips: 2 },
      },
    },
  };
  const result = run(scenario, { hops: 100, traces: 100, details: true });
  const way = (request: number) => wayOf(result.hops!, request, result)!;
  const words = (request: number) => stepsOf(scenario, way(request)).map((step) => plain(step.words));
  expect(words(0).slice(0, 4)).toEqual([
    'It leaves the users.',
    'A connection to the server is set up. That takes 100 ms.',
    'Both ends agree on a secret. That takes 100 ms.',
    'It travels 50 ms to the server.',
  ]);
  expect(words(0).slice(-2)).toEqual([
    expect.stringMatching(/^The server answers\. The answer travels 50 ms back to the users\.$/),
    expect.stringMatching(/^The answer is back at the users, .* after the question\.$/),
  ]);
  const [span] = spansOf(scenario, graphOf(scenario).boxes, way(0));
  expect(span!.endSeconds! - span!.leftSeconds!).toBeCloseTo(0.05);
  expect(span!.setUp).toHaveLength(2);
  expect(span!.setUp![1]!.to - span!.sentSeconds!).toBeCloseTo(0.2);
  const later = result.hops!.request.at(-1)!;
  expect(words(later)[1]).toBe('It travels 50 ms to the server.');
  expect(spansOf(scenario, graphOf(scenario).boxes, way(later))[0]).not.toHaveProperty('setUp');
});
