import type { Parts } from '../scenario/parts.ts';
import { externalApi as definition } from '../scenario/nodes/external-api.ts';
import { ExternalApi } from './external-api.ts';

/** What others run for us. */
export const externalApi: Parts['external-api'] = {
  'external-api': { definition, build: (...from) => new ExternalApi(...from) },
};
