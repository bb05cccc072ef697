import type { FailureCause, RunResult, Scenario } from '#sim-core';
import { formatRatio } from '../prose/format.ts';
import { say, theNode, type SentencePart } from '../prose/sentence.ts';
import { slowestBehind } from '../prose/stations.ts';

/** What led to the failures of a cause at a node, and the question that leads on; begins right after the node's name. */
export function reasonForLoss(
  scenario: Scenario,
  result: RunResult,
  { node, cause }: { readonly node: string; readonly cause: FailureCause },
): SentencePart[] {
  if (cause === 'timed-out') return reasonForTimeout(scenario, result, node);
  return say(reasons[cause] ?? '. What would have spared them that?');
}

/** Whoever is waited for in the end is named: it may stand far behind the one who was asked. */
function reasonForTimeout(scenario: Scenario, result: RunResult, asked: string): SentencePart[] {
  const id = slowestBehind(scenario, result, asked);
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'service' && metrics?.kind !== 'database')
    return say(', which took longer than they were willing to wait. What makes it slow, or them impatient?');
  const busy = `${formatRatio(metrics.utilisation, 2)} busy`;
  if (id === asked)
    return say(`, which is ${busy}. What would let it answer sooner, or spare it the question?`);
  return say(
    ', which waits for ',
    theNode(scenario, id),
    `, ${busy}. What would spare it some of the questions?`,
  );
}

const reasons: Partial<Readonly<Record<FailureCause, string>>> = {
  'gave-up': ' before their turn came. What would have brought it sooner?',
  lost: ', and nobody sent them again. Who would have noticed?',
  partitioned: '. What could have answered on this side of the cut?',
  'circuit-open': ', which lets nothing through while it is open. What had opened it?',
  'bulkhead-full': '. How many calls at once does the callee need, and what keeps them so long?',
  shed: ', so that the others could be answered in time. How many must be sent away, and is it the right ones?',
  'rate-limited': '. How often is it asked that need not be?',
  error: '. Could the question be put again, or the answer done without?',
  'bad-build': '. How many should meet a new build before anybody knows whether it works?',
  'no-memory': ': more were under way there than it has room for. How many should be let in at once?',
  'disk-full': '. What fills the disk, and does it have to stay there?',
  'no-primary': ' while no replica had taken over. How long may writers wait for a new primary?',
  'no-quorum': '. How many copies have to agree, and how many are up?',
  'dead-letter': '. What is wrong with these messages that a further delivery does not mend?',
};
