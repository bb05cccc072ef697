import { describe, expect, it } from 'vitest';
import type { Visit } from '../../kernel/visits.ts';
import type { System, Visitable } from '../../kernel/system.ts';
import { Simulation } from '../../kernel/simulation.ts';
import { Visits } from '../../kernel/visits.ts';
import { DeadlineClock, Deadlines } from '../../resilience/deadlines.ts';

const owner: Visitable = { index: 0, isBetween: true, arrive: () => undefined, answered: () => undefined };

/** Deadlines of this length, the times at which they passed, and a way to let things happen. */
function deadlinesOf(seconds: number) {
  const simulation = new Simulation();
  const visits = new Visits();
  const passed: number[] = [];
  const deadlines = new Deadlines(
    new DeadlineClock(simulation),
    { simulation, visits } as unknown as System,
    owner,
    seconds,
    () => passed.push(simulation.now),
  );
  const actions: (() => void)[] = [];
  const handler = simulation.register((action) => actions[action]!());
  const at = (time: number, action: () => void): void =>
    simulation.schedule(time, handler, actions.push(action) - 1);
  const begin = (mark = 1): Visit => {
    const visit = visits.open(owner);
    visit.pending = mark;
    deadlines.add(visit);
    return visit;
  };
  return { simulation, visits, deadlines, passed, at, begin };
}

describe('deadlines', () => {
  it('pass in order, each after its time', () => {
    const { simulation, passed, at, begin } = deadlinesOf(2);
    for (const time of [1, 1.5, 1.5, 4, 10]) at(time, () => begin());
    simulation.advance(100, Infinity);
    expect(passed).toEqual([3, 3.5, 3.5, 6, 12]);
  });

  it('do not pass for who has ended, waits for something else, or is somebody new', () => {
    const { simulation, visits, passed, at, begin } = deadlinesOf(2);
    at(1, () => {
      const [ended, changed] = [begin(1), begin(2)];
      at(1.1, () => visits.release(ended));
      at(1.2, () => (changed.pending = 3));
      // The same visit is used again, and begins to wait anew.
      at(1.3, () => expect(begin(4)).toBe(ended));
    });
    simulation.advance(100, Infinity);
    expect(passed).toEqual([3.3]);
  });

  it('let all else of that instant happen first', () => {
    const { simulation, visits, passed, at, begin } = deadlinesOf(2);
    at(1, () => {
      const visit = begin();
      at(3, () => visits.release(visit));
    });
    simulation.advance(100, Infinity);
    expect(passed).toEqual([]);
  });

  it('take room for those who wait, not for all who ever did', () => {
    const { simulation, visits, deadlines, passed, at, begin } = deadlinesOf(1e6);
    const step = (left: number): void => {
      const visit = begin(left);
      if (left % 1000 !== 0) at(simulation.now + 0.5, () => visits.release(visit));
      if (left > 0) at(simulation.now + 1, () => step(left - 1));
    };
    at(0, () => step(20_000));
    simulation.advance(20_001, Infinity);
    expect(deadlines.size).toBeLessThanOrEqual(64);
    expect(simulation.eventsProcessed).toBeLessThan(40_100);
    simulation.advance(1e7, Infinity);
    expect(passed).toHaveLength(21);
    expect(deadlines.size).toBe(0);
  });

  it('keep their order when the queue grows and goes round', () => {
    const { simulation, passed, at, begin } = deadlinesOf(10);
    const times = Array.from({ length: 1000 }, (_, i) => Math.floor(i / 3) * 0.1);
    for (const time of times) at(time, () => begin());
    simulation.advance(100, Infinity);
    expect(passed).toEqual(times.map((time) => time + 10));
  });
});
