import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, type Fault, type QueueMetrics, type QueueNode, type Scenario } from '#sim-core';
import { build } from '../../scenario/build.ts';
import { installEveryPart } from '../../scenario/every-part.ts';
import { always } from '../always.ts';
import { exponential, queueIn, scenarioOf, serviceIn } from '../small-scenarios.ts';

installEveryPart();

const options = fc.record<Partial<QueueNode>>({
  consumers: fc.integer({ min: 1, max: 6 }),
  capacity: fc.constantFrom(1, 5, 1000),
  putTime: fc.constantFrom(exponential(0), exponential(0.05)),
  visibilityTimeoutSeconds: fc.constantFrom(0.05, 0.3, 100),
  redeliveryDelaySeconds: fc.constantFrom(0, 0.1, 1),
  maximumDeliveries: fc.constantFrom(1, 2, 5, 1000),
  durable: fc.boolean(),
});

const fault = fc.record<Extract<Fault, { kind: 'crash' }>>({
  kind: fc.constant('crash'),
  node: fc.constantFrom('orders', 'worker'),
  atSeconds: fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
  forSeconds: fc.constantFrom(0.05, 1),
});

/** A rush of ten seconds and time to come to rest. */
function rush(
  queue: Partial<QueueNode>,
  faults: readonly Fault[],
  seconds: number,
  warmUpSeconds = 0,
): Scenario {
  return scenarioOf(
    seconds,
    {
      users: {
        kind: 'users',
        target: 'orders',
        arrivals: {
          kind: 'flash-crowd',
          baseRatePerSecond: 0,
          peakRatePerSecond: 20,
          startSeconds: 0,
          holdSeconds: 10,
        },
      },
      orders: { kind: 'queue', target: 'worker', ...queue },
      worker: { kind: 'service', instances: 2, queueLimit: 3, serviceTime: exponential(0.1) },
    },
    { warmUpSeconds, faults: Object.fromEntries(faults.map((each, i) => [`fault-${i}`, each])) },
  );
}

const kept = ({ done, deadLetters, lost, waiting, inWork }: QueueMetrics): number =>
  done + deadLetters + lost + waiting + inWork;

describe('messages', () => {
  it('are never lost from sight, whatever breaks', () => {
    always(
      fc.property(
        options,
        fc.array(fault, { maxLength: 3 }),
        fc.constantFrom(0, 3),
        (queue, faults, warmUp) => {
          const early = queueIn(run(rush(queue, faults, 11, warmUp)), 'orders');
          expect(early.put).toBe(kept(early));
          expect(Math.min(early.waiting, early.inWork, early.lost)).toBeGreaterThanOrEqual(0);
          if (queue.durable) expect(early.lost).toBe(0);
          const scenario = rush(queue, faults, 3000, warmUp);
          const result = run(scenario);
          const late = queueIn(result, 'orders');
          expect(late).toMatchObject({ waiting: 0, inWork: 0, inFlight: 0, put: kept(late) });
          expect(late.delivered).toBeLessThanOrEqual(late.put * queue.maximumDeliveries!);
          expect(late.delivered - late.redelivered).toBeLessThanOrEqual(late.put);
          if (warmUp === 0) {
            expect(late.put).toBe(late.served);
            expect(serviceIn(result, 'worker').arrived).toBe(late.delivered);
          }
          if (warmUp > 0 || faults.length > 0 || late.deadLetters > 0) return;
          // Every good end of work was the first for its message, or a duplicate.
          expect(serviceIn(result, 'worker').served).toBe(late.done + late.duplicates);
          expect(late.delivered - late.redelivered).toBe(late.put);
        },
      ),
      80,
    );
  });

  it('leave nothing behind when they are over', () => {
    always(
      fc.property(options, fc.array(fault, { maxLength: 3 }), (queue, faults) => {
        const { simulation, visits } = build(rush(queue, faults, 3000), 1, {});
        simulation.advance(3000, Infinity);
        expect(visits.live).toBe(0);
      }),
      40,
    );
  });
});
