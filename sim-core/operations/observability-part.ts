import { checkObservability } from '../scenario/observability-references.ts';
import { alerts, logging, metricsCollection, onCall } from '../scenario/observability-schema.ts';
import type { Parts } from '../scenario/parts.ts';
import { Observability } from './observability.ts';

/** All that watches a system. */
export const observability: Parts['observability'] = {
  checks: { logging, metricsCollection, alerts, onCall },
  check: checkObservability,
  Observability,
};
