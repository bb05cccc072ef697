import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { RandomStream, standardExponential } from '../../random/index.ts';
import { MAXIMUM_HANDLERS } from '../../kernel/event-key.ts';
import { EventQueue } from '../../kernel/event-queue.ts';

type Operation =
  | { readonly do: 'push'; readonly time: number; readonly handler: number; readonly argument: number }
  | { readonly do: 'pop'; readonly limit: number }
  /** Drops every so manieth argument; most others move. */
  | { readonly do: 'rewrite'; readonly drop: number; readonly factor: number; readonly add: number };

interface Pending {
  readonly time: number;
  readonly handler: number;
  readonly argument: number;
}

// Few different times, so that many events tie.
const time = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1e7, noNaN: true }));
const operations = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('push' as const),
        time,
        handler: fc.integer({ min: 0, max: MAXIMUM_HANDLERS - 1 }),
        argument: fc.integer({ min: 0, max: 2_147_483_647 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('pop' as const),
        limit: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 6 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('rewrite' as const),
        drop: fc.integer({ min: 2, max: 5 }),
        factor: fc.constantFrom(0, 0.5, 1, -1),
        add: fc.integer({ min: 0, max: 3 }),
      }),
    },
  ),
  { maxLength: 400 },
);

describe('EventQueue', () => {
  it('does what a sorted list would do', () => {
    always(
      fc.property(operations, (steps) => behavesLikeAList(steps)),
      300,
    );
  });

  it('does so too when it cuts what is far into buckets of time', () => {
    const long = fc
      .tuple(operations, fc.integer({ min: 0, max: 3 }), operations)
      .map(([first, cast, last]) => [
        ...first,
        // Hundreds at once, crowded, spread or all at the same time.
        ...Array.from({ length: 300 }, (_, i): Operation => {
          const spread = [i % 7, ((i * 7919) % 300) / 3, 2 ** (i % 40), 5][cast]!;
          return { do: 'push', time: spread, handler: 1, argument: i };
        }),
        ...last,
        ...Array.from({ length: 350 }, (): Operation => ({ do: 'pop', limit: Infinity })),
      ]);
    always(
      fc.property(long, (steps) => behavesLikeAList(steps, 62)),
      300,
    );
  });

  it('holds a hundred thousand events in order while they come and go', () => {
    const queue = new EventQueue();
    const stream = new RandomStream(1, 'times');
    for (let i = 0; i < 100_000; i++) queue.push(standardExponential(stream), 1, i);
    let before = 0;
    let inOrder = true;
    for (let i = 0; i < 400_000; i++) {
      const { time, argument } = queue.pop(Infinity)!;
      inOrder &&= time >= before;
      before = time;
      queue.push(before + standardExponential(stream), 1, argument);
    }
    expect(inOrder).toBe(true);
    expect(queue.size).toBe(100_000);
  });

  it('keeps the order of scheduling at equal times, whatever else comes and goes', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 1000; i++) {
      queue.push(7, 0, i);
      queue.push(i % 5, 1, 0);
    }
    while (queue.pop(6) !== null);
    const order: number[] = [];
    for (let event = queue.pop(Infinity); event !== null; event = queue.pop(Infinity))
      order.push(event.argument);
    expect(order).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('leaves alone what is later than the limit', () => {
    const queue = new EventQueue();
    queue.push(2, 3, 4);
    expect(queue.pop(1.999)).toBe(null);
    expect(queue.size).toBe(1);
    expect(queue.pop(2)).toMatchObject({ time: 2, handler: 3, argument: 4 });
    expect(queue.size).toBe(0);
  });
});

function behavesLikeAList(steps: readonly Operation[], mostNear?: number): void {
  const queue = new EventQueue(mostNear);
  // In order of scheduling.
  let list: Pending[] = [];
  for (const step of steps) {
    if (step.do === 'push') {
      queue.push(step.time, step.handler, step.argument);
      list.push(step);
    } else if (step.do === 'pop') {
      const earliest = sorted(list)[0];
      const event = queue.pop(step.limit);
      if (earliest === undefined || earliest.time > step.limit) expect(event).toBe(null);
      else {
        expect(pick(event!)).toEqual(pick(earliest));
        list = list.filter((each) => each !== earliest);
      }
    } else {
      const move = (at: number, _handler: number, argument: number): number =>
        argument % step.drop === 0 ? NaN : argument % 3 === 0 ? at : at * step.factor + step.add;
      queue.rewrite(move);
      const stay = list.filter(({ time, handler, argument }) => move(time, handler, argument) === time);
      const moved = sorted(list.filter((each) => !stay.includes(each)))
        .map((each) => ({ ...each, time: move(each.time, each.handler, each.argument) }))
        .filter((each) => !Number.isNaN(each.time));
      list = [...stay, ...moved];
    }
    expect(queue.size).toBe(list.length);
  }
}

/** In order of time, and at equal times of scheduling: the sort is stable. */
function sorted(list: readonly Pending[]): Pending[] {
  return list.toSorted((a, b) => a.time - b.time);
}

function pick({ time, handler, argument }: Pending): Pending {
  return { time, handler, argument };
}
