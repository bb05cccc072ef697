import type { RunEvent } from '../metrics/result.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A time in which something was wrong. */
export interface FaultEpisode {
  /** Name of the fault. */
  readonly name: string;
  readonly startSeconds: number;
  /** Infinity while it lasts. */
  endSeconds: number;
}

/** The faults of a scenario that have begun by now, of whatever kind; some were ended early. */
export function faultEpisodes(
  { faults = {} }: Scenario,
  now: number,
  endedEarly: ReadonlyMap<string, number>,
): FaultEpisode[] {
  return Object.entries(faults)
    .filter(([, { enabled, atSeconds }]) => enabled !== false && atSeconds <= now)
    .map(([name, { atSeconds, forSeconds = Infinity }]) => ({
      name,
      startSeconds: atSeconds,
      endSeconds: endedEarly.get(name) ?? atSeconds + forSeconds,
    }));
}

/** Times in which the disk of a machine was full: nobody's fault in the scenario, but trouble all the same. */
export function fullDisks(events: readonly RunEvent[]): FaultEpisode[] {
  const episodes: FaultEpisode[] = [];
  const open = new Map<string, FaultEpisode>();
  for (const { kind, atSeconds, node, instance } of events) {
    const machine = `${node}/${instance}`;
    if (kind === 'disk-full') {
      const episode = { name: 'disk-full', startSeconds: atSeconds, endSeconds: Infinity };
      episodes.push(episode);
      open.set(machine, episode);
    } else if (kind === 'disk-freed' || kind === 'crash') {
      const episode = open.get(machine);
      if (episode !== undefined) episode.endSeconds = atSeconds;
      open.delete(machine);
    }
  }
  return episodes;
}

/**
 * What a firing points to: of that which was wrong while its condition held, else not longer
 * before than it looks back, what began first. Null when nothing was wrong.
 */
export function faultBehind(
  episodes: readonly FaultEpisode[],
  pendingSeconds: number,
  firingSeconds: number,
  lookBackSeconds: number,
): FaultEpisode | null {
  const since = (seconds: number): FaultEpisode | null =>
    episodes
      .filter(({ startSeconds, endSeconds }) => startSeconds <= firingSeconds && endSeconds > seconds)
      .reduce<FaultEpisode | null>(
        (first, each) => (first === null || each.startSeconds < first.startSeconds ? each : first),
        null,
      );
  return since(pendingSeconds) ?? since(pendingSeconds - lookBackSeconds);
}
