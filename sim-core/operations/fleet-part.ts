import { autoscaling } from '../scenario/autoscaling.ts';
import { deployment } from '../scenario/deployment.ts';
import type { Parts } from '../scenario/parts.ts';
import { operatedFleet } from './operated-fleet.ts';

/** Machines that come and go. */
export const fleet: Parts['fleet'] = { autoscaling, deployment, operated: operatedFleet };
