import type { RunResult, Scenario } from '#sim-core';
import { formatCount } from './format.ts';
import { say, secondsInWords, strong, theNode, type SentencePart } from './sentence.ts';

/**
 * What waits in queues of messages, which no user notices: how many, for how long, and what went wrong with them.
 * Empty where hardly a message waits and none failed for good.
 */
export function describeBacklog(scenario: Scenario, result: RunResult): SentencePart[] {
  const sentences = Object.entries(result.nodes).flatMap(([id, metrics]) => {
    if (metrics.kind !== 'queue') return [];
    const { queueLengthMean, oldestAgeSecondsMaximum, deadLetters, duplicates } = metrics;
    const waiting =
      queueLengthMean < fewMessages
        ? []
        : [
            ...strong(formatCount(queueLengthMean), ' messages wait in ', theNode(scenario, id)),
            ...say(` on average, the oldest for ${secondsInWords(oldestAgeSecondsMaximum)} at worst.`),
          ];
    return [waiting, doneAgain(duplicates), givenUp(deadLetters)].filter((parts) => parts.length > 0);
  });
  return sentences.flatMap((parts, place) => (place === 0 ? parts : [...say(' '), ...parts]));
}

/** Whether messages for this node wait in a queue before it. */
export function hasBacklog(scenario: Scenario, result: RunResult, target: string): boolean {
  return Object.entries(result.nodes).some(([id, metrics]) => {
    const node = scenario.nodes[id];
    return (
      node?.kind === 'queue' &&
      node.target === target &&
      metrics.kind === 'queue' &&
      metrics.queueLengthMean >= fewMessages
    );
  });
}

/** On average; fewer are no backlog. */
const fewMessages = 0.5;

function doneAgain(count: number): SentencePart[] {
  return count === 0
    ? []
    : say(`${formatCount(count)} ${count === 1 ? 'delivery' : 'deliveries'} did again what was done.`);
}

function givenUp(count: number): SentencePart[] {
  return count === 0
    ? []
    : say(`${formatCount(count)} ${count === 1 ? 'message is a dead letter' : 'messages are dead letters'}.`);
}
