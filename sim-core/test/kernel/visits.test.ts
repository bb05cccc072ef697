import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunningNode } from '../../kernel/system.ts';
import { MAXIMUM_VISITS, type Visit, Visits } from '../../kernel/visits.ts';
import { always } from '../always.ts';

const node = { id: 'api', index: 5 } as RunningNode;

describe('Visits', () => {
  it('hands out each visit once at a time, and uses those that are over again', () => {
    const commands = fc.array(fc.integer({ min: -3, max: 900 }), { maxLength: 2000 });
    always(
      fc.property(commands, (steps) => {
        const visits = new Visits();
        const live: Visit[] = [];
        let most = 0;
        for (const step of steps) {
          // Negative numbers open a visit, others end one of those open.
          if (step < 0 || live.length === 0) {
            const visit = visits.open(node);
            expect(live).not.toContain(visit);
            expect([visit.node, visit.caller, visit.machine, visit.row]).toEqual([node, null, -1, -1]);
            expect(visits.at(visit.number)).toBe(visit);
            live.push(visit);
          } else {
            const [visit] = live.splice(step % live.length, 1);
            visit!.caller = visit!;
            visits.release(visit!);
            expect(visit!.node).toBeNull();
          }
          most = Math.max(most, live.length);
          expect(visits.live).toBe(live.length);
        }
        expect(visits.capacity).toBe(most);
      }),
      30,
    );
  });

  it('a call is by the same client and for the same thing as its caller', () => {
    const visits = new Visits();
    const caller = Object.assign(visits.open(node), { requestClass: 7, client: 8, region: 2, key: 9 });
    const callee = visits.call(caller, { id: 'database', index: 6 } as RunningNode);
    expect(callee.caller).toBe(caller);
    expect([callee.requestClass, callee.client, callee.region, callee.key]).toEqual([7, 8, 2, 9]);
  });

  it('finds those in flight that meet a condition, in the order of their numbers', () => {
    const visits = new Visits();
    const [, second, third, fourth] = Array.from({ length: 4 }, (_, client) =>
      Object.assign(visits.open(node), { client }),
    );
    visits.release(third!);
    expect(visits.inFlight(({ client }) => client > 0)).toEqual([second, fourth]);
  });

  it("changes nothing by fetching visits, and bears numbers that are no visit's", () => {
    const visits = new Visits();
    const caller = visits.open(node);
    const before = { ...visits.call(caller, node) };
    visits.fetch(Int32Array.of(1, -1, 2_000_000_000, 0, 1), 4);
    expect({ ...visits.at(1) }).toEqual(before);
    expect(visits.live).toBe(2);
  });

  it('says when it is full, and has one visit left then', () => {
    const visits = new Visits();
    while (visits.hasRoom) visits.open(node);
    expect(MAXIMUM_VISITS - visits.live).toBe(1024);
    while (!visits.isFull) visits.open(node);
    expect(visits.open(node).number).toBeLessThan(MAXIMUM_VISITS);
    expect(visits.capacity).toBe(MAXIMUM_VISITS);
  });
});
