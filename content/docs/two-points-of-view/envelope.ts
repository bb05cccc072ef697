import { withValue } from '#sim-core';
import type { Scenario } from '#sim-core';
import { prices } from '../../story.ts';

/** What one has to assume before one can estimate. */
export const assumed = { cooksPerDay: 20_000, requestsPerCook: 50, busyToMean: 4, workSeconds: 0.01 };

const requestsPerDay = assumed.cooksPerDay * assumed.requestsPerCook;
const meanPerSecond = requestsPerDay / 86_400;
const busyPerSecond = meanPerSecond * assumed.busyToMean;

/** From cooks a day to dollars a month, on the back of an envelope. */
export const envelope = {
  requestsPerDay,
  meanPerSecond,
  busyPerSecond,
  coresBusy: busyPerSecond * assumed.workSeconds,
  dollarsPerMonth: prices.instanceDollarsPerMonth! + prices.coreDollarsPerMonth!,
};

/** The same, simulated: is the sum on the envelope right? */
export const envelopeChecked: Scenario = {
  version: 1,
  title: 'A thousand cooks an hour',
  durationSeconds: 120,
  warmUpSeconds: 5,
  seed: 5,
  requestClasses: { request: { responseBytes: 80_000 } },
  nodes: {
    cooks: {
      kind: 'users',
      label: 'Cooks',
      target: 'server',
      arrivals: { kind: 'poisson', ratePerSecond: Math.round(busyPerSecond) },
    },
    server: {
      kind: 'service',
      label: 'Server',
      cores: 1,
      queueLimit: 1000,
      serviceTime: { kind: 'lognormal', meanSeconds: assumed.workSeconds, coefficientOfVariation: 1 },
    },
  },
  // What the machine's connection to the world carries: 100 Mbit/s.
  links: { line: { from: 'cooks', to: 'server', bandwidthBytesPerSecond: 12_500_000 } },
  prices,
};

export const coresPath = 'nodes.server.cores';
export const bytesPath = 'requestClasses.request.responseBytes';
export const ratePath = 'nodes.cooks.arrivals.ratePerSecond';

/** A day of 120,000 cooks with forty requests each, four times the average in the busy hour. */
export const television: Scenario = {
  ...withValue(envelopeChecked, ratePath, 222),
  title: 'After the cooking show',
  durationSeconds: 30,
};
