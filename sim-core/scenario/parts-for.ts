import { nodeKinds } from './node-kinds.ts';
import { install, isInstalled, type Parts } from './parts.ts';

type PartName = keyof Parts;

/** How each part is fetched: a bundler makes a file of each. */
const sources: { readonly [Name in PartName]: () => Promise<Parts[Name]> } = {
  caching: async () => (await import('../caching/part.ts')).caching,
  database: async () => (await import('../storage/part.ts')).database,
  'object-storage': async () => (await import('../storage/object-storage-part.ts')).objectStorage,
  queue: async () => (await import('../messaging/part.ts')).queue,
  'external-api': async () => (await import('../outside/part.ts')).externalApi,
  links: async () => (await import('../network/part.ts')).links,
  precautions: async () => (await import('../resilience/part.ts')).precautions,
  fleet: async () => (await import('../operations/fleet-part.ts')).fleet,
  observability: async () => (await import('../operations/observability-part.ts')).observability,
};

/** Parts by the kinds (of nodes and faults) that need them. */
const byKind = new Map<unknown, PartName | undefined>([
  ...Object.entries(nodeKinds).map(([kind, { part }]) => [kind, part] as const),
  ['partition', 'links'],
  ['slow-link', 'links'],
]);

/** Parts by the keys that need them, wherever they stand. */
const byKey = new Map<string, PartName>([
  ['links', 'links'],
  ['regions', 'links'],
  ['policy', 'precautions'],
  ['autoscaling', 'fleet'],
  ['deployments', 'fleet'],
  ['startUpSeconds', 'fleet'],
  ['warmUp', 'fleet'],
  ['logging', 'observability'],
  ['metricsCollection', 'observability'],
  ['alerts', 'observability'],
  ['onCall', 'observability'],
]);

/** Names of the parts that a scenario uses. It may be any value; what is wrong with it is for `parseScenario` to say. */
export function partsIn(scenario: unknown): ReadonlySet<PartName> {
  const names = new Set<PartName>();
  const seen = new Set<object>();
  const left: unknown[] = [scenario];
  for (let value = left.pop(); left.length > 0 || value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      // A balancer's policy is how it chooses.
      const isChoice = key === 'policy' && 'kind' in value && value.kind === 'load-balancer';
      const name = key === 'kind' ? byKind.get(inner) : isChoice ? undefined : byKey.get(key);
      if (name !== undefined) names.add(name);
      if (typeof inner === 'object') left.push(inner);
    }
  }
  return names;
}

/**
 * Fetches the parts of the simulation that a scenario needs and that are not there yet; after
 * that it can be run at once, again and again. In the core only: the whole simulation has them all.
 * @throws whatever the network throws.
 */
export async function partsFor(scenario: unknown): Promise<void> {
  const missing = [...partsIn(scenario)].filter((name) => !isInstalled(name));
  const parts = await Promise.all(missing.map(async (name) => [name, await sources[name]()] as const));
  install(Object.fromEntries(parts));
}
