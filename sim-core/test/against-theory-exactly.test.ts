import { describe, expect, it } from 'vitest';
import { run, type Scenario, type ServiceMetrics, type RunResult } from '#sim-core';

/** One server that takes a second and a half for what comes every second, then nothing more. */
const lateServer: Scenario = {
  version: 1,
  durationSeconds: 20,
  nodes: {
    users: {
      kind: 'users',
      target: 'server',
      arrivals: { kind: 'recorded', timesSeconds: [1, 2, 3, 4, 5, 6, 7, 8] },
    },
    server: { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 1.5 } },
  },
};

describe('D/D/1', () => {
  it('starts and ends every request to the last digit', () => {
    const { traces, overall } = run(lateServer, { traces: 100 });
    const visits = traces.map((trace) => trace.spans.at(-1)!);
    expect(visits.map((visit) => visit.startSeconds)).toEqual([1, 2.5, 4, 5.5, 7, 8.5, 10, 11.5]);
    expect(visits.map((visit) => visit.leaveSeconds)).toEqual([2.5, 4, 5.5, 7, 8.5, 10, 11.5, 13]);
    // Waits of 0, ½, 1 … 3½ seconds on top of the service.
    expect(overall.latencySecondsMean).toBe(1.5 + 1.75);
    expect(overall.latencySecondsMaximum).toBe(5);
  });

  it('averages over time but for the last bit', () => {
    const server = serviceIn(run(lateServer), 'server');
    expect(server.utilisation).toBeCloseTo(12 / 20, 14);
    expect(server.queueLengthMean).toBeCloseTo(14 / 20, 14);
    expect(server.inSystemMean).toBeCloseTo(26 / 20, 14);
    expect(server.waitingProbability).toBeCloseTo(7 / 8, 14);
    expect(server.inSystemRatios[0]).toBeCloseTo(8 / 20, 14);
  });
});

describe("Little's law", () => {
  it('holds at every station of a run that starts and ends empty', () => {
    const timesSeconds = Array.from({ length: 5000 }, (_, index) => index * 0.01);
    const result = run({
      version: 1,
      durationSeconds: 100,
      nodes: {
        users: { kind: 'users', target: 'balancer', arrivals: { kind: 'recorded', timesSeconds } },
        balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'least-connections' } },
        web: {
          kind: 'service',
          instances: 3,
          workers: 6,
          queueLimit: 10,
          plan: [{ work: { kind: 'exponential', meanSeconds: 0.015 } }, { call: 'database' }],
        },
        database: {
          kind: 'service',
          cores: 2,
          queueLimit: 5,
          serviceTime: { kind: 'lognormal', meanSeconds: 0.017, coefficientOfVariation: 1.5 },
        },
      },
    });
    expect(result.overall.inFlight).toBe(0);
    expect(result.overall.failed).toBeGreaterThan(0);
    const database = serviceIn(result, 'database');
    const inDatabase = (database.served * database.latencySecondsMean!) / result.durationSeconds;
    expect(database.inSystemMean / inDatabase).toBeCloseTo(1, 10);
    // A machine of the web tier also holds those whose database refused them.
    expect(serviceIn(result, 'web').inSystemMean).toBeGreaterThan(database.inSystemMean);
  });
});

function serviceIn(result: RunResult, id: string): ServiceMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'service') throw new Error(`node "${id}" is no service`);
  return metrics;
}
