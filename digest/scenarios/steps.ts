import { crowd, exponential, poisson, scenarioOf, type NamedScenarios } from './building-blocks.ts';

/** What a request does on its way: calls in turn, side by side, now and then. */
export const steps: NamedScenarios = {
  'steps: calls in turn, some of them optional': scenarioOf(
    {
      users: crowd('page', poisson(60)),
      page: {
        kind: 'service',
        workers: 20,
        plan: [
          { call: 'search', times: 3 },
          { call: 'advice', probability: 0.3, optional: true },
          { work: exponential(0.002) },
        ],
      },
      search: { kind: 'service', instances: 2, serviceTime: exponential(0.005) },
      advice: { kind: 'service', queueLimit: 0, serviceTime: exponential(0.05) },
    },
    {
      requestClasses: {
        read: { requestBytes: 300, responseBytes: 20_000 },
        write: { writes: true },
      },
    },
  ),
  'steps: the two quickest of five copies, and all of ten parts': scenarioOf({
    users: crowd('page', poisson(40)),
    page: {
      kind: 'service',
      workers: 50,
      plan: [
        { parallel: [{ call: 'copy', times: 5 }], need: 2 },
        { parallel: [{ call: 'part', times: 8 }, { call: 'copy' }, { call: 'copy' }] },
      ],
    },
    copy: { kind: 'service', instances: 3, cores: 4, serviceTime: exponential(0.01) },
    part: { kind: 'service', cores: 8, queueLimit: 20, serviceTime: exponential(0.01) },
  }),
};
