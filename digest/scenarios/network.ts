import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

const regions = {
  egypt: { label: 'Egypt', latitude: 30.06, longitude: 31.25 },
  arabia: { latitude: 24.71, longitude: 46.68 },
  america: { latitude: 39.04, longitude: -77.49 },
};

/** Distances, links with all that they can do, and a network that breaks. */
export const network: NamedScenarios = {
  'network: users and servers far apart': scenarioOf(
    {
      users: { ...crowd('balancer', poisson(60)), regions: { egypt: 3, america: 1 } },
      pilgrims: { ...crowd('balancer', poisson(20)), region: 'arabia' },
      balancer: {
        kind: 'load-balancer',
        region: 'america',
        targets: ['api'],
        policy: { kind: 'least-latency' },
        healthCheck: { intervalSeconds: 0.3 },
      },
      api: {
        kind: 'service',
        region: 'america',
        instances: 3,
        workers: 100,
        plan: [{ work: exponential(0.005) }, { call: 'archive', probability: 0.2 }],
      },
      archive: { kind: 'service', region: 'egypt', cores: 2, serviceTime: exponential(0.01) },
    },
    {
      regions,
      faults: {
        cut: { kind: 'partition', node: 'balancer', to: 'api', atSeconds: 4, forSeconds: 1 },
        far: { kind: 'slow-link', node: 'archive', atSeconds: 6, forSeconds: 3, latencyFactor: 2.5 },
      },
    },
  ),
  'network: a poor line, with connections to be made': scenarioOf(
    {
      users: crowd('page', poisson(40)),
      page: {
        kind: 'service',
        workers: 200,
        queueLimit: 10,
        plan: [{ call: 'store', times: 2 }, { work: exponential(0.002) }],
      },
      store: { kind: 'service', instances: 2, serviceTime: exponential(0.005) },
    },
    {
      requestClasses: { read: { requestBytes: 300, responseBytes: 20_000 }, write: { requestBytes: 9000 } },
      links: {
        home: {
          label: 'Mobile phones',
          from: 'users',
          to: 'page',
          latencySeconds: { kind: 'lognormal', meanSeconds: 0.04, coefficientOfVariation: 0.5 },
          jitterSeconds: exponential(0.01),
          bandwidthBytesPerSecond: 1_000_000,
          lossProbability: 0.03,
          retransmissionSeconds: 0.1,
          maximumTries: 2,
          connection: { setUpRoundTrips: 2, keepAliveSeconds: 2, maximum: 2 },
        },
        rack: {
          from: 'page',
          to: 'store',
          latencySeconds: { kind: 'deterministic', seconds: 0.0005 },
          maximumTries: 3,
          connection: { setUpRoundTrips: 1, maximum: 3, streams: 4 },
        },
      },
      faults: { cut: { kind: 'partition', node: 'store', atSeconds: 7, forSeconds: 2 } },
    },
  ),
  'network: a new connection for every request': scenarioOf(
    {
      users: crowd('page', poisson(40)),
      page: { kind: 'service', workers: 50, serviceTime: exponential(0.01) },
    },
    {
      links: {
        line: {
          from: 'users',
          to: 'page',
          latencySeconds: exponential(0.02),
          connection: { reuse: false },
        },
      },
    },
  ),
};
