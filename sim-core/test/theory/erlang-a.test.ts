import { describe, expect, it } from 'vitest';
import {
  erlangA,
  erlangB,
  mmcLatencySecondsMean,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
} from '#theory';
import { expectedNumber, groundTruth, parameter } from '../../../verify/ground-truth.ts';

describe('Erlang A', () => {
  it.each(groundTruth.filter(({ id }) => id.startsWith('erlangA')))('agrees with $id', (truth) => {
    const queue = erlangA({
      arrivalRatePerSecond: parameter(truth, 'lambda'),
      serviceSecondsMean: 1 / parameter(truth, 'mu'),
      servers: parameter(truth, 'c'),
      patienceSecondsMean: 1 / parameter(truth, 'theta'),
    });
    expect(queue.abandonmentProbability).toBeCloseTo(expectedNumber(truth, 'Pab'), 12);
    expect(queue.inQueueMean).toBeCloseTo(expectedNumber(truth, 'Lq'), 11);
  });

  it.each([
    [3, 1.5, 4],
    [3, 6, 0.5],
    [1, 0.9, 20],
    [40, 30, 2],
  ])('keeps its balances with %d servers at %d erlangs and patience %d', (servers, erlangs, patience) => {
    const load = { arrivalRatePerSecond: erlangs * 5, serviceSecondsMean: 0.2, servers };
    const queue = erlangA({ ...load, patienceSecondsMean: patience * 0.2 });
    // What is not given up is served, and keeps that many servers busy.
    expect(queue.busyServersMean).toBeCloseTo(erlangs * (1 - queue.abandonmentProbability), 11);
    expect(queue.waitingProbability).toBeGreaterThan(queue.abandonmentProbability);
    expect(queue.waitingSecondsMean).toBeCloseTo(queue.inQueueMean / load.arrivalRatePerSecond, 12);
  });

  it('with clients who never give up is M/M/c', () => {
    const load = { arrivalRatePerSecond: 8, serviceSecondsMean: 1, servers: 10 };
    const patient = erlangA({ ...load, patienceSecondsMean: 1e12 });
    expect(patient.waitingProbability).toBeCloseTo(mmcWaitingProbability(load), 9);
    expect(patient.waitingSecondsMean).toBeCloseTo(mmcWaitingSecondsMean(load), 9);
    expect(patient.servedLatencySecondsMean).toBeCloseTo(mmcLatencySecondsMean(load), 9);
  });

  it('with clients who do not wait at all is Erlang B', () => {
    const load = { arrivalRatePerSecond: 12, serviceSecondsMean: 1, servers: 10 };
    const hasty = erlangA({ ...load, patienceSecondsMean: 1e-9 });
    expect(hasty.abandonmentProbability).toBeCloseTo(erlangB(10, 12), 7);
    expect(hasty.servedLatencySecondsMean).toBeCloseTo(1, 7);
  });

  it('whose patience is as long as service has as many inside as if there were a server for each', () => {
    // M/M/∞: everybody leaves at the same rate, so the number inside is Poisson with mean a.
    const queue = erlangA({
      arrivalRatePerSecond: 900,
      serviceSecondsMean: 1,
      servers: 800,
      patienceSecondsMean: 1,
    });
    expect(queue.inQueueMean + queue.busyServersMean).toBeCloseTo(900, 8);
  });

  it('has the wait of those served that a hand-solved chain has', () => {
    // One server, a = 1, θ = 1 (M/M/∞ states e^(−1)/n!): served wait Σ π_n/(n+1) · H_{n+1} shifted.
    const queue = erlangA({ arrivalRatePerSecond: 1, serviceSecondsMean: 1, patienceSecondsMean: 1 });
    let served = Math.exp(-1);
    let wait = 0;
    let ratio = Math.exp(-1);
    let steps = 0;
    for (let ahead = 0; ahead < 30; ahead++) {
      ratio /= ahead + 1;
      steps += 1 / (1 + (ahead + 1));
      served += ratio / (ahead + 2);
      wait += (ratio / (ahead + 2)) * steps;
    }
    expect(queue.abandonmentProbability).toBeCloseTo(1 - served, 12);
    expect(queue.servedLatencySecondsMean).toBeCloseTo(1 + wait / served, 12);
  });

  it('answers for numbers that no queue has seen', () => {
    const load = { arrivalRatePerSecond: 1e300, serviceSecondsMean: 1, servers: 100 };
    for (const patienceSecondsMean of [1e-320, 1e-300, 1e-295]) {
      expect(erlangA({ ...load, patienceSecondsMean }).abandonmentProbability).toBeCloseTo(1, 12);
    }
  });

  it('answers for no arrivals and refuses what no client can be', () => {
    const idle = { arrivalRatePerSecond: 0, serviceSecondsMean: 2, patienceSecondsMean: 1 };
    expect(erlangA(idle)).toMatchObject({ abandonmentProbability: 0, servedLatencySecondsMean: 2 });
    expect(() => erlangA({ ...idle, patienceSecondsMean: 0 })).toThrow(
      new RangeError('Erlang A: patienceSecondsMean is 0; expected a number above 0'),
    );
    expect(() =>
      erlangA({ arrivalRatePerSecond: 9, serviceSecondsMean: 1, patienceSecondsMean: 1e9 }),
    ).toThrow(
      /^Erlang A: patienceSecondsMean is 10{9}; expected less, for under this load queues of 8\d{9} would form/,
    );
  });
});
