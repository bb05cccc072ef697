import type { FailureCause, RunEvent, RunResult } from '#sim-core';

/** Requests that met a dead machine failed for one reason, whether they were inside it or came too late. */
type Group = 'down' | Exclude<FailureCause, 'crashed' | 'refused'>;

/** Requests that failed at one node for one reason. */
export interface FailureGroup {
  readonly node: string;
  readonly group: Group;
  readonly count: number;
}

/** The most frequent; none where nothing failed. */
export function worstGroup(result: RunResult): FailureGroup | undefined {
  const groups = new Map<string, FailureGroup>();
  for (const { node, cause, count } of result.failures) {
    if (count === 0) continue;
    const group: Group = cause === 'crashed' || cause === 'refused' ? 'down' : cause;
    const key = `${node} ${group}`;
    groups.set(key, { node, group, count: count + (groups.get(key)?.count ?? 0) });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)[0];
}

/** The first event of a kind that befell a node, or one of its machines, from a time on. */
export function eventOf(
  result: RunResult,
  kind: RunEvent['kind'],
  like: { node: string; instance?: number },
  fromSeconds = 0,
) {
  return result.events.find(
    (event) =>
      event.kind === kind &&
      event.node === like.node &&
      (like.instance === undefined || event.instance === like.instance) &&
      event.atSeconds >= fromSeconds,
  );
}
