import { caching } from '../caching/part.ts';
import { queue } from '../messaging/part.ts';
import { links } from '../network/part.ts';
import { fleet } from '../operations/fleet-part.ts';
import { observability } from '../operations/observability-part.ts';
import { externalApi } from '../outside/part.ts';
import { precautions } from '../resilience/part.ts';
import { objectStorage } from '../storage/object-storage-part.ts';
import { database } from '../storage/part.ts';
import { install } from './parts.ts';

let isDone = false;

/** Makes the simulation whole, at once; the first time counts. */
export function installEveryPart(): void {
  if (isDone) return;
  isDone = true;
  install({
    caching,
    database,
    'object-storage': objectStorage,
    queue,
    'external-api': externalApi,
    links,
    precautions,
    fleet,
    observability,
  });
}
