import { describe, expect, it } from 'vitest';
import { MAXIMUM_HANDLERS } from '../../kernel/event-key.ts';
import { Simulation } from '../../kernel/simulation.ts';

describe('Simulation', () => {
  it('moves the clock from event to event, and to the limit when none is left', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const note = simulation.register(() => seen.push(simulation.now));
    for (const at of [3, 1, 2, 9]) simulation.schedule(at, note, 0);
    expect(simulation.advance(5, Infinity)).toBe(true);
    expect(seen).toEqual([1, 2, 3]);
    expect([simulation.now, simulation.eventsProcessed]).toEqual([5, 3]);
  });

  it('handles what an event schedules for the same instant, after what was there before', () => {
    const simulation = new Simulation();
    const seen: string[] = [];
    const second = simulation.register(() => seen.push('scheduled at the instant'));
    const first = simulation.register((argument) => {
      seen.push(`scheduled before, ${argument}`);
      if (argument === 0) simulation.schedule(simulation.now, second, 0);
    });
    simulation.schedule(1, first, 0);
    simulation.schedule(1, first, 1);
    simulation.advance(1, Infinity);
    expect(seen).toEqual(['scheduled before, 0', 'scheduled before, 1', 'scheduled at the instant']);
  });

  it('stops after so many events and goes on where it stopped', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const note = simulation.register((argument) => seen.push(argument));
    for (let i = 0; i < 5000; i++) simulation.schedule(i, note, i);
    expect(simulation.advance(10_000, 3000)).toBe(false);
    expect([seen.length, simulation.now]).toEqual([3000, 2999]);
    expect(simulation.advance(10_000, 3000)).toBe(true);
    expect(seen).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  });

  it('takes a dozen handlers for each of a thousand nodes, and says so when they are too many', () => {
    const simulation = new Simulation();
    expect(MAXIMUM_HANDLERS).toBeGreaterThan(12_000);
    for (let i = 0; i < MAXIMUM_HANDLERS; i++) simulation.register(() => undefined);
    expect(() => simulation.register(() => undefined)).toThrow(`at most ${MAXIMUM_HANDLERS}`);
  });
});
