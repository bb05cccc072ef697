import fc from 'fast-check';
import { expect, it } from 'vitest';
import { run } from '#sim-core';
import { Backends } from '../../routing/backends.ts';
import { always } from '../always.ts';
import { deterministic, poissonUsers, scenarioOf, upTo } from '../small-scenarios.ts';

it('keeps the list of machines that are there, healthy and have room', () => {
  const change = fc.tuple(fc.constantFrom('room', 'health', 'presence'), fc.nat(6), fc.boolean());
  always(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const backends = new Backends(7);
      const is = { room: upTo(7).fill(1), health: upTo(7).fill(1), presence: upTo(7).fill(1) };
      for (const [what, machine, good] of changes) {
        is[what][machine] = good ? 1 : 0;
        if (what === 'room') backends.setRoom(machine, good);
        else if (what === 'health') backends.setHealthy(machine, good);
        else if (good) {
          is.health[machine] = 1;
          backends.register(machine);
        } else backends.unregister(machine);
        const open = upTo(7).filter((i) => (is.room[i]! & is.health[i]! & is.presence[i]!) === 1);
        expect([...backends.available.subarray(0, backends.availableCount)]).toEqual(open);
        expect(upTo(7).filter((i) => backends.isAvailable(i))).toEqual(open);
      }
    }),
    200,
  );
});

it('does not keep a sticky balancer searching for the one machine of many that has room', () => {
  const instances = 4000;
  const { nodes } = run(
    scenarioOf(2, {
      users: { ...poissonUsers(20 * instances, 'balancer'), clients: { count: 1_000_000 } },
      balancer: {
        kind: 'load-balancer',
        targets: ['web'],
        policy: { kind: 'sticky' },
        connectionsPerMachine: 1,
      },
      web: { kind: 'service', instances, serviceTime: deterministic(0.1) },
    }),
  );
  // Walking the ring to that machine took a minute for these.
  expect(nodes.web!.served).toBeGreaterThan(70_000);
});
