import { describe, expect, it } from 'vitest';
import { run, type Fault, type QueueNode, type Scenario } from '#sim-core';
import { deterministic, queueIn, scenarioOf, serviceIn, usersAt, visitsTo } from '../small-scenarios.ts';

/** Messages put at these times; work on each takes this long; as many at once as consumers bring. */
function orders(
  times: readonly number[],
  workSeconds: number,
  queue: Partial<QueueNode> = {},
  faults: Readonly<Record<string, Fault>> = {},
): Scenario {
  return scenarioOf(
    100,
    {
      users: usersAt(times, 'orders'),
      orders: { kind: 'queue', target: 'worker', ...queue },
      worker: { kind: 'service', cores: 10, serviceTime: deterministic(workSeconds) },
    },
    { faults },
  );
}

const startsOf = (scenario: Scenario) => visitsTo(scenario, 'worker').map(({ startSeconds }) => startSeconds);

/** Work that takes place at no time, until this one. */
const refusingUntil = (seconds: number) =>
  ({ refusing: { kind: 'crash', node: 'worker', atSeconds: 0, forSeconds: seconds } }) as const;

describe('a put', () => {
  it('is answered at once, while consumers take the messages in turn', () => {
    const scenario = orders([1, 1, 1], 2);
    expect(startsOf(scenario)).toEqual([1, 3, 5]);
    const result = run(scenario);
    expect(result.overall).toMatchObject({ served: 3, latencySecondsMaximum: 0 });
    expect(queueIn(result, 'orders')).toMatchObject({
      put: 3,
      done: 3,
      delivered: 3,
      waitingSecondsMean: 2,
      completionSecondsMean: 4,
      queueLengthMaximum: 2,
      queueLengthMean: (2 * 2 + 2) / 100,
      oldestAgeSecondsMaximum: 4,
      consumerUtilisation: 6 / 100,
    });
  });

  it('takes its own time, whoever else puts', () => {
    const result = run(orders([1, 1], 2, { putTime: deterministic(0.25), consumers: 2 }));
    expect(result.overall.latencySecondsMaximum).toBe(0.25);
    expect(queueIn(result, 'orders')).toMatchObject({ waitingSecondsMean: 0, completionSecondsMean: 2 });
  });

  it('is refused when the queue keeps as many as it may, waiting or in work', () => {
    const result = run(orders([1, 1, 1, 1, 3.5], 2, { capacity: 2 }));
    expect(result.failures).toEqual([{ node: 'orders', cause: 'queue-full', count: 2 }]);
    expect(queueIn(result, 'orders')).toMatchObject({ arrived: 5, failed: 2, put: 3, done: 3 });
  });
});

describe('a delivery that fails', () => {
  it('is made again after a rest', () => {
    const result = run(orders([0.5], 1, {}, refusingUntil(3)));
    // At 0.5, 1.5, 2.5 and 3.5.
    expect(queueIn(result, 'orders')).toMatchObject({
      delivered: 4,
      redelivered: 3,
      done: 1,
      completionSecondsMean: 4,
      waitingSecondsMean: 0,
    });
    expect(result.overall.failed).toBe(0);
  });

  it.each([1, 2, 3, 7])(
    'is a dead letter after %d of them, not sooner and not later',
    (maximumDeliveries) => {
      for (const redeliveryDelaySeconds of [0, 0.1]) {
        const queue = { maximumDeliveries, redeliveryDelaySeconds };
        const result = run(orders([0, 0, 1], 1, queue, refusingUntil(99)));
        expect(queueIn(result, 'orders')).toMatchObject({
          deadLetters: 3,
          delivered: 3 * maximumDeliveries,
          redelivered: 3 * (maximumDeliveries - 1),
          done: 0,
        });
        expect(serviceIn(result, 'worker').failed).toBe(3 * maximumDeliveries);
        // The users were answered long before.
        expect(result.failures).toEqual([]);
      }
    },
  );

  it('lets the next one go first', () => {
    const scenario = scenarioOf(
      20,
      {
        users: {
          ...usersAt([1, 1.5], 'orders'),
          classes: { request: { share: 1 } },
        },
        orders: { kind: 'queue', target: 'worker', redeliveryDelaySeconds: 2 },
        worker: { kind: 'service', serviceTime: deterministic(1) },
      },
      { faults: { blip: { kind: 'crash', node: 'worker', atSeconds: 1.2, forSeconds: 0.1 } } },
    );
    // The first is struck at 1.2 and rests until 3.2; the second is done by 2.5.
    expect(visitsTo(scenario, 'worker').map(({ arriveSeconds }) => arriveSeconds)).toEqual([1, 3.2, 1.5]);
  });
});

describe('the visibility timeout', () => {
  it('delivers again what takes longer: work is done twice', () => {
    const result = run(orders([0], 3, { consumers: 2, visibilityTimeoutSeconds: 2 }));
    expect(queueIn(result, 'orders')).toMatchObject({
      delivered: 2,
      redelivered: 1,
      done: 1,
      duplicates: 1,
      completionSecondsMean: 3,
      consumerUtilisation: 6 / 200,
    });
  });

  it('takes a message back that was done while it waited again', () => {
    const result = run(orders([0], 3, { visibilityTimeoutSeconds: 2 }));
    expect(queueIn(result, 'orders')).toMatchObject({ delivered: 1, done: 1, duplicates: 0, waiting: 0 });
  });

  it('makes a dead letter of the last delivery, though the work may still be done', () => {
    const result = run(orders([0], 3, { visibilityTimeoutSeconds: 2, maximumDeliveries: 1 }));
    expect(queueIn(result, 'orders')).toMatchObject({ deadLetters: 1, done: 0, duplicates: 0 });
    expect(serviceIn(result, 'worker').served).toBe(1);
  });

  it('does not come for what was done in time', () => {
    const result = run(orders([0, 10], 2, { visibilityTimeoutSeconds: 2.5 }));
    expect(queueIn(result, 'orders')).toMatchObject({ delivered: 2, done: 2, duplicates: 0 });
  });
});

describe('a crash of the broker', () => {
  const crash = { crash: { kind: 'crash', node: 'orders', atSeconds: 0.5, forSeconds: 1 } } as const;

  it('delays durable messages, in their order, and does again what was in work', () => {
    const scenario = orders([0, 0.1, 0.2, 0.7], 1, { durable: true }, crash);
    expect(startsOf(scenario)).toEqual([0, 1.5, 2.5, 3.5]);
    const result = run(scenario);
    expect(result.failures).toEqual([{ node: 'orders', cause: 'refused', count: 1 }]);
    expect(queueIn(result, 'orders')).toMatchObject({
      put: 3,
      done: 3,
      lost: 0,
      delivered: 4,
      redelivered: 1,
    });
    expect(serviceIn(result, 'worker').served).toBe(4);
  });

  it('loses the others', () => {
    const result = run(orders([0, 0.1, 0.2, 2], 1, { durable: false }, crash));
    expect(queueIn(result, 'orders')).toMatchObject({ put: 4, done: 1, lost: 3, delivered: 2 });
    // Nobody told the users.
    expect(result.failures).toEqual([]);
  });

  it('fails the puts under way', () => {
    const result = run(orders([0, 2], 1, { putTime: deterministic(0.6) }, crash));
    expect(result.failures).toEqual([{ node: 'orders', cause: 'crashed', count: 1 }]);
    expect(queueIn(result, 'orders')).toMatchObject({ arrived: 2, served: 1, failed: 1, put: 1, done: 1 });
  });

  it('ends a rest early, and counts as a delivery for what was in work', () => {
    const both = { ...crash, ...refusingUntil(0.2) };
    const result = run(orders([0, 0.3], 1, { redeliveryDelaySeconds: 5, maximumDeliveries: 2 }, both));
    // The first rests from 0 to 5, but is read again at 1.5; the second is in work at 0.5.
    expect(queueIn(result, 'orders')).toMatchObject({
      done: 2,
      delivered: 4,
      completionSecondsMean: (2.5 + 3.2) / 2,
    });
    const once = run(orders([0], 1, { maximumDeliveries: 1 }, crash));
    expect(queueIn(once, 'orders')).toMatchObject({ deadLetters: 1, done: 0 });
  });
});

it('counts messages put after warm-up only', () => {
  const scenario = { ...orders([1, 1, 10], 2, {}, refusingUntil(5)), warmUpSeconds: 4 };
  expect(queueIn(run(scenario), 'orders')).toMatchObject({
    ...{ arrived: 1, put: 1, done: 1, waiting: 0, inWork: 0, delivered: 1, redelivered: 0 },
  });
});

it('shows in a trace what was done behind the put, after the answer', () => {
  const [trace] = run(orders([1, 1], 2), { traces: 10 }).traces.slice(1);
  expect(trace!.leaveSeconds).toBe(1);
  expect(trace!.spans.map(({ node, parent, leaveSeconds }) => [node, parent, leaveSeconds])).toEqual([
    ['users', -1, 1],
    ['orders', 0, 1],
    ['worker', 1, 5],
  ]);
});
