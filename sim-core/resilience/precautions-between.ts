import { CallerCounts } from '../metrics/caller-metrics.ts';
import { type CallPolicy, mostAttempts } from '../scenario/call-policy.ts';
import type { Construction } from '../scenario/construction.ts';
import { Executions } from './executions.ts';
import { Precautions } from './precautions.ts';

/**
 * The precautions of one caller towards one callee, ready to be called. Whoever makes
 * several such calls has as many: `api>database`, `api>database:2`.
 * @param known those that there are so far
 */
export function precautionsBetween(
  construction: Construction,
  from: string,
  to: string,
  policy: CallPolicy,
  known: readonly Precautions[],
): Precautions {
  const { system, seed } = construction;
  const pair = `${from}>${to}`;
  const before = known.filter(({ name }) => name === pair || name.startsWith(`${pair}:`)).length;
  const name = before === 0 ? pair : `${pair}:${before + 1}`;
  const index = construction.indexBetween(name);
  const counts = new CallerCounts();
  const target = construction.node(to);
  // Only who may send a call twice can have it carried out twice.
  const executions =
    mostAttempts(policy) > 1 && system.classes.some(({ writes }) => writes)
      ? new Executions(system, index, target, policy.idempotencyKey ?? false, counts)
      : null;
  const place = { from, to, name, index, seed };
  return new Precautions(system, place, policy, executions ?? target, executions, counts);
}
