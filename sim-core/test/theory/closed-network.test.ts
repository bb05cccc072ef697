import { describe, expect, it } from 'vitest';
import { closedNetwork, closedNetworkLimits, erlangB, type ClosedNetwork, type ServiceCenter } from '#theory';
import {
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
  parameterOr,
} from '../../../verify/ground-truth.ts';

describe('closed networks', () => {
  it.each([
    ['jain-34.2-closed', 'N'],
    ['bolch-8.3-closed', 'K'],
  ])('agree with %s', (id, users) => {
    const truth = groundTruthOf(id);
    const visits = parameterList(truth, 'V');
    const { centers } = closedNetwork({
      users: parameter(truth, users),
      thinkSecondsMean: parameterOr(truth, 'Z', 0),
      centers: parameterList(truth, 'S').map((serviceSecondsMean, index) => ({
        serviceSecondsMean,
        visits: visits[index]!,
      })),
    });
    const readings = {
      R: centers.map((center) => center.latencySecondsMean),
      Q: centers.map((center) => center.inSystemMean),
      U: centers.map((center) => center.utilisation),
      X: centers.map((center) => center.throughputPerSecond),
    };
    for (const key of Object.keys(truth.expected)) {
      const actual = readings[key[0] as keyof typeof readings][Number(key.slice(1)) - 1]!;
      expect(actual / expectedNumber(truth, key), key).toBeCloseTo(1, 10);
    }
  });

  it('with one center are the machine repair model', () => {
    // N users with think time Z and one server: Erlang B over the users, by its recursion.
    const network = { users: 12, thinkSecondsMean: 5, centers: [{ serviceSecondsMean: 0.5 }] };
    const idle = erlangB(12, 10);
    expect(closedNetwork(network).centers[0]!.utilisation).toBeCloseTo(1 - idle, 12);
  });

  it.each([1, 2, 5])('agree with a sum over all states, with %d users', (users) => {
    const centers: ServiceCenter[] = [
      { serviceSecondsMean: 0.3, visits: 2 },
      { serviceSecondsMean: 0.5, visits: 0.7, kind: 'delay' },
      { serviceSecondsMean: 0.4 },
    ];
    const network = { users, thinkSecondsMean: 1.5, centers };
    const reference = bySumOverStates(network);
    const state = closedNetwork(network);
    state.centers.forEach((center, index) => {
      expect(center.inSystemMean).toBeCloseTo(reference[index]!, 12);
    });
    // Everybody is somewhere: at a center or thinking.
    const thinking = state.throughputPerSecond * 1.5;
    const inside = state.centers.reduce((sum, center) => sum + center.inSystemMean, 0);
    expect(inside + thinking).toBeCloseTo(users, 12);
    expect(state.latencySecondsMean).toBeCloseTo(inside / state.throughputPerSecond, 12);
  });

  it('stay within their limits and come close to them', () => {
    const network = (users: number): ClosedNetwork => ({
      users,
      thinkSecondsMean: 4,
      centers: [{ serviceSecondsMean: 0.1, visits: 3 }, { serviceSecondsMean: 0.2 }],
    });
    const { throughputPerSecondMaximum, latencySecondsMinimum, usersAtKnee } = closedNetworkLimits(
      network(1),
    );
    expect(throughputPerSecondMaximum).toBeCloseTo(1 / 0.3, 12);
    expect(latencySecondsMinimum).toBeCloseTo(0.5, 12);
    expect(usersAtKnee).toBeCloseTo(15, 12);
    expect(closedNetwork(network(1)).latencySecondsMean).toBeCloseTo(0.5, 12);
    for (const users of [2, 14, 15, 16, 40]) {
      const { throughputPerSecond, latencySecondsMean } = closedNetwork(network(users));
      expect(throughputPerSecond).toBeLessThan(Math.min(users / 4.5, throughputPerSecondMaximum) + 1e-12);
      expect(latencySecondsMean).toBeGreaterThan(Math.max(0.5, users * 0.3 - 4) - 1e-12);
    }
    expect(closedNetwork(network(400)).throughputPerSecond).toBeCloseTo(throughputPerSecondMaximum, 9);
  });

  it('name what is out of range', () => {
    const center = { serviceSecondsMean: 1 };
    expect(() => closedNetwork({ users: 0, centers: [center] })).toThrow(
      new RangeError('closed network: users is 0; expected an integer from 1 to 1000000'),
    );
    expect(() => closedNetwork({ users: 1, centers: [center, { serviceSecondsMean: 0 }] })).toThrow(
      /serviceSecondsMean of center 1 is 0; expected a number above 0/,
    );
    expect(() => closedNetwork({ users: 1, centers: [{ ...center, visits: 0 }] })).toThrow(
      /time of an interaction is 0; expected a number above 0/,
    );
  });
});

/** Mean numbers inside by the product form: each way of placing the users, weighed. */
function bySumOverStates({ users, thinkSecondsMean = 0, centers }: ClosedNetwork): number[] {
  const places = [...centers, { serviceSecondsMean: thinkSecondsMean, kind: 'delay' } as ServiceCenter];
  const inside = places.map(() => 0);
  let total = 0;
  const place = (index: number, left: number, weight: number, counts: number[]): void => {
    if (index === places.length) {
      if (left > 0) return;
      total += weight;
      counts.forEach((count, at) => (inside[at]! += count * weight));
      return;
    }
    const { serviceSecondsMean, visits = 1, kind } = places[index]!;
    let here = weight;
    for (let count = 0; count <= left; count++) {
      place(index + 1, left - count, here, [...counts, count]);
      here *= (serviceSecondsMean * visits) / (kind === 'delay' ? count + 1 : 1);
    }
  };
  place(0, users, 1, []);
  return inside.map((sum) => sum / total);
}
