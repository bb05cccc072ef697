import type { RunEvent, RunResult, Scenario } from '#sim-core';
import { formatCount } from './format.ts';
import { placeOf } from './place.ts';
import { machineName, say, secondsInWords, theNode, type SentencePart } from './sentence.ts';

/** How a trouble begins, and how it ends. */
const troubles: Partial<
  Readonly<Record<RunEvent['kind'], { readonly words: string; readonly end: RunEvent['kind'] }>>
> = {
  crash: { words: 'crashed', end: 'restart' },
  'slow-down': { words: 'became slow', end: 'recovery' },
  outage: { words: 'had an outage', end: 'recovery' },
  partition: { words: 'was cut off', end: 'reconnection' },
  'slow-link': { words: 'became hard to reach', end: 'recovery' },
  'disk-full': { words: 'had filled its disk', end: 'disk-freed' },
};

/**
 * What struck first, where those who failed did not fail of it themselves: 'It began when the cache crashed at second 12;
 * it was back 14 s later.' Empty where requests failed at the very place, which is told with them.
 */
export function describeCause(scenario: Scenario, result: RunResult): SentencePart[] {
  const [worst] = result.failures;
  const blow = result.events.find(({ kind }) => troubles[kind] !== undefined);
  if (worst === undefined || blow === undefined) return [];
  const isToldAlready = worst.cause === 'crashed' || worst.cause === 'refused';
  if (isToldAlready && placeOf(scenario, worst.node).node === blow.node) return [];
  const { words, end } = troubles[blow.kind]!;
  const who =
    blow.instance > 0 ? machineName(scenario, blow.node, blow.instance) : theNode(scenario, blow.node);
  const over = result.events.find(
    ({ kind, node, atSeconds }) => kind === end && node === blow.node && atSeconds >= blow.atSeconds,
  );
  return say(
    'It began when ',
    who,
    ` ${words} at second ${formatCount(blow.atSeconds)}`,
    over ? `; ${secondsInWords(over.atSeconds - blow.atSeconds)} later that was over.` : '.',
  );
}
