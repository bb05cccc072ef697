import type { RunOptions } from '#sim-core';
import { balancing } from './scenarios/balancing.ts';
import type { NamedScenarios } from './scenarios/building-blocks.ts';
import { copies } from './scenarios/copies.ts';
import { breakdowns } from './scenarios/faults.ts';
import { machines } from './scenarios/machines.ts';
import { observed } from './scenarios/observability.ts';
import { messaging } from './scenarios/messaging.ts';
import { precautions } from './scenarios/precautions.ts';
import { network } from './scenarios/network.ts';
import { queues } from './scenarios/queues.ts';
import { steps } from './scenarios/steps.ts';
import { storage } from './scenarios/storage.ts';
import { wear } from './scenarios/wear.ts';
import { systems } from './scenarios/systems.ts';

/**
 * What has to come out the same in every JavaScript engine: short runs that together
 * use all that a scenario can say. `suite.test.ts` asks the validator what that is.
 */
export const suite: NamedScenarios = {
  ...queues,
  ...balancing,
  ...breakdowns,
  ...machines,
  ...steps,
  ...observed,
  ...copies,
  ...network,
  ...storage,
  ...precautions,
  ...systems,
  ...messaging,
  ...wear,
};

/** All that a run can yield. */
export const suiteOptions: RunOptions = { traces: 40, hops: 200, logLines: 100, seriesBuckets: 40 };
