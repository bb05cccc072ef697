import { alertsTerms } from './glossary/alerts.ts';
import { cachingTerms } from './glossary/caching.ts';
import { capstoneTerms } from './glossary/capstone.ts';
import { cdnTerms } from './glossary/cdn.ts';
import { externalServicesTerms } from './glossary/external-services.ts';
import { horizontalScalingTerms } from './glossary/horizontal-scaling.ts';
import { loadBalancingTerms } from './glossary/load-balancing.ts';
import { loggingTerms } from './glossary/logging.ts';
import { metricsTerms } from './glossary/metrics.ts';
import { microservicesTerms } from './glossary/microservices.ts';
import { networkTerms } from './glossary/network.ts';
import { readReplicasTerms } from './glossary/read-replicas.ts';
import { shardingTerms } from './glossary/sharding.ts';
import { shippingItTerms } from './glossary/shipping-it.ts';
import { singleServerTerms } from './glossary/single-server.ts';
import { storageTerms } from './glossary/storage.ts';
import { threeTiersTerms } from './glossary/three-tiers.ts';
import { twoPointsOfViewTerms } from './glossary/two-points-of-view.ts';
import { verticalScalingTerms } from './glossary/vertical-scaling.ts';
import { wholeRequestTerms } from './glossary/whole-request.ts';
import type { GlossaryEntry } from '#widgets';

/** Every word that the course explains, chapter by chapter. */
export const glossary: readonly GlossaryEntry[] = [
  ...twoPointsOfViewTerms,
  ...singleServerTerms,
  ...verticalScalingTerms,
  ...shippingItTerms,
  ...threeTiersTerms,
  ...storageTerms,
  ...horizontalScalingTerms,
  ...loadBalancingTerms,
  ...cdnTerms,
  ...cachingTerms,
  ...readReplicasTerms,
  ...shardingTerms,
  ...microservicesTerms,
  ...externalServicesTerms,
  ...networkTerms,
  ...loggingTerms,
  ...metricsTerms,
  ...alertsTerms,
  ...wholeRequestTerms,
  ...capstoneTerms,
];
