import { describe, expect, it } from 'vitest';
import { nextOnTheWay, readMetric, run, ScenarioError, valueAt, withValue } from '#sim-core';
import { deterministic, scenarioOf, usersAt } from '../small-scenarios.ts';

const scenario = scenarioOf(10, {
  users: usersAt([1, 2], 'balancer'),
  balancer: { kind: 'load-balancer', targets: ['web', 'app'], policy: { kind: 'random' } },
  web: { kind: 'service', instances: 2, plan: [{ work: deterministic(1) }] },
  app: { kind: 'service', serviceTime: deterministic(1) },
});

describe('withValue', () => {
  it('changes one value, shares the rest, and leaves the scenario as it was', () => {
    const before = structuredClone(scenario);
    const changed = withValue(scenario, 'nodes.web.plan.0.work.seconds', 5);
    expect(valueAt(changed, 'nodes.web.plan.0.work.seconds')).toBe(5);
    expect(changed.nodes.app).toBe(scenario.nodes.app);
    expect(scenario).toEqual(before);
  });

  it('puts another entry into a list', () => {
    expect(valueAt(withValue(scenario, 'nodes.balancer.targets.1', 'web'), 'nodes.balancer.targets')).toEqual(
      [...['web', 'web']],
    );
  });

  it('sets a key that was left out', () => {
    expect(valueAt(scenario, 'nodes.app.cores')).toBeUndefined();
    expect(valueAt(withValue(scenario, 'nodes.app.cores', 4), 'nodes.app.cores')).toBe(4);
  });

  it.each([
    [
      'nodes.api.cores',
      'scenario: path "nodes.api.cores" leads nowhere at "api"; expected keys of the scenario joined by dots',
    ],
    [
      'nodes.app.healthCheck.intervalSeconds',
      'scenario: path "nodes.app.healthCheck.intervalSeconds" leads nowhere at "healthCheck"; expected keys of the scenario joined by dots',
    ],
    [
      'durationSeconds.x',
      'scenario: path "durationSeconds.x" leads nowhere at "x"; expected keys of the scenario joined by dots',
    ],
    [
      'nodes.balancer.targets.2',
      'scenario: path "nodes.balancer.targets.2" has "2" in a list; expected an index from 0 to 1',
    ],
    [
      'nodes.balancer.targets.-1',
      'scenario: path "nodes.balancer.targets.-1" has "-1" in a list; expected an index from 0 to 1',
    ],
    [
      'nodes.balancer.targets.',
      'scenario: path "nodes.balancer.targets." has "" in a list; expected an index from 0 to 1',
    ],
    [
      'nodes.balancer.targets.length',
      'scenario: path "nodes.balancer.targets.length" has "length" in a list; expected an index from 0 to 1',
    ],
    [
      '__proto__.polluted',
      'scenario: path "__proto__.polluted" leads nowhere at "__proto__"; expected keys of the scenario joined by dots',
    ],
    [
      'nodes.__proto__',
      'scenario: path "nodes.__proto__" leads nowhere at "__proto__"; expected keys of the scenario joined by dots',
    ],
    [
      'nodes.constructor.prototype',
      'scenario: path "nodes.constructor.prototype" leads nowhere at "constructor"; expected keys of the scenario joined by dots',
    ],
  ])('refuses %s', (path, message) => {
    expect(() => withValue(scenario, path, 1)).toThrow(new ScenarioError(path, message));
  });
});

describe('valueAt', () => {
  it('follows keys that the scenario itself has', () => {
    expect(valueAt(scenario, 'nodes.balancer.policy.kind')).toBe('random');
    expect(valueAt(scenario, 'nodes.balancer.targets.0')).toBe('web');
    for (const path of [
      'nodes.nobody',
      'nodes.web.toString',
      '__proto__',
      'constructor.name',
      '',
      'durationSeconds.x',
    ]) {
      expect(valueAt(scenario, path)).toBeUndefined();
    }
  });
});

describe('readMetric', () => {
  const result = run(scenario, { seriesBuckets: 10 });

  it.each([
    ['overall.arrived', 2],
    ['nodes.users.classes.request.served', 2],
    ['nodes.web.instances.1.failed', 0],
    ['series.bucketSeconds', 1],
    ['series.nodes.users.arrivedPerSecond.0', 1],
  ])('%s is %d', (path, value) => {
    expect(readMetric(result, path)).toBe(value);
  });

  it('is null where nothing was observed', () => {
    const idle = run(scenarioOf(1, scenario.nodes));
    expect(readMetric(idle, 'overall.latencySecondsP99')).toBeNull();
  });

  it.each([
    [
      'overall.latencyP99',
      /^metric "overall\.latencyP99" is not in the result; expected after "overall" one of arrived, .*latencySecondsP99/,
    ],
    ['overall', /^metric "overall" is no number; expected after "overall" one of arrived, served, /],
    ['nodes.web.kind', /^metric "nodes\.web\.kind" is no number; expected after "nodes\.web" one of kind, /],
    [
      'nodes.wbe.served',
      /^metric "nodes\.wbe\.served" is not in the result; expected after "nodes" one of users, balancer, web, app$/,
    ],
    [
      'nodes.web.instances.2.failed',
      /^metric "nodes\.web\.instances\.2\.failed" is not in the result; expected after "nodes\.web\.instances" an index from 0 to 1$/,
    ],
    ['latency', /^metric "latency" is not in the result; expected one of .*overall/],
  ])('refuses %s', (path, message) => {
    expect(() => readMetric(result, path)).toThrow(message);
  });
});

describe('nextOnTheWay', () => {
  it('names sixty keys and counts the others', () => {
    const many = Object.fromEntries(Array.from({ length: 63 }, (_, place) => [`key-${place}`, 1]));
    expect(nextOnTheWay({ nodes: many }, 'nodes.other')).toMatch(
      /^after "nodes" one of key-0, .*, key-59 and 3 more$/,
    );
  });
});
