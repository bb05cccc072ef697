import { parseScenario, type Scenario } from '#sim-core';

type Json = Readonly<Record<string, unknown>>;

/** What the validator lists as allowed in some place, and which of it was used there. */
type Offered = Map<string, Set<string>>;

/** Keys under which names stand that the scenario itself makes up. */
const MAPS = new Set(
  'nodes faults links regions requestClasses classes logging alerts deployments edges priorities shardByRegion'.split(
    ' ',
  ),
);

/**
 * Asks the validator, by spoiling one place after another, which keys, kinds and words it knows
 * there, and notes which of them these scenarios use. So whatever a scenario learns to say is found.
 */
export function offeredBy(scenarios: Iterable<Scenario>): Offered {
  const offered: Offered = new Map();
  const lists = new Map<string, string | null>();
  const note = (what: string, used: readonly string[], spoilt: () => unknown, pattern: RegExp): void => {
    if (!lists.has(what)) lists.set(what, listedBy(spoilt(), pattern));
    const list = lists.get(what);
    if (typeof list !== 'string') return;
    const before = offered.get(list) ?? new Set();
    for (const word of used) before.add(word);
    offered.set(list, before);
  };
  for (const scenario of scenarios) {
    visitObjects(scenario as unknown as Json, '', (place, where, replaced) => {
      const kind = typeof place.kind === 'string' ? place.kind : '';
      const here = `${where}:${kind}`;
      note(
        `${here} keys`,
        Object.keys(place),
        () => replaced({ ...place, 'no-such-key': 0 }),
        /is not a known key; expected (.*)$/,
      );
      for (const [key, value] of Object.entries(place)) {
        if (typeof value !== 'string') continue;
        const spoilt = (): unknown => replaced({ ...place, [key]: 'no-such-word' });
        note(
          `${key === 'kind' ? where : here} ${key}`,
          [JSON.stringify(value)],
          spoilt,
          /"no-such-word"; expected (".*")$/,
        );
      }
    });
  }
  return offered;
}

/** Words that were offered and never used, each with the list that it stands in. */
export function unusedOf(offered: Offered): string[] {
  return [...offered].flatMap(([list, used]) =>
    list.split(', ').flatMap((word) => (used.has(word) ? [] : [`${word} (of ${list})`])),
  );
}

/** The words after 'expected' in what the validator says; null when it says something else. */
function listedBy(scenario: unknown, pattern: RegExp): string | null {
  try {
    parseScenario(scenario);
    return null;
  } catch (error) {
    return pattern.exec((error as Error).message)?.[1] ?? null;
  }
}

/** Each object in a scenario, where it is (names left out), and a way to make the scenario with another in its place. */
function visitObjects(
  place: Json,
  where: string,
  visit: (place: Json, where: string, replaced: (other: unknown) => unknown) => void,
  replaced: (other: unknown) => unknown = (other) => other,
): void {
  const isMap = MAPS.has(where.split('.').at(-1)!);
  if (!Array.isArray(place) && !isMap) visit(place, where, replaced);
  const kind = typeof place.kind === 'string' ? `(${place.kind})` : '';
  for (const [key, value] of Object.entries(place)) {
    if (typeof value !== 'object' || value === null) continue;
    const name = isMap || Array.isArray(place) ? '*' : key;
    visitObjects(value as Json, `${where}${kind}.${name}`, visit, (other) =>
      replaced(Array.isArray(place) ? place.with(Number(key), other) : { ...place, [key]: other }),
    );
  }
}
