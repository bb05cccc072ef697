import { formatSeconds } from '../prose/format.ts';
import type { Box } from './boxes.ts';
import type { BoxState } from './state.ts';
import { waitingWords } from './waiting.ts';

/**
 * One moment of the run in a sentence, to be said once: 'At 12.3 s: Server 3: down, 14 waiting; nobody waits
 * elsewhere.'
 */
export function momentWords(boxes: readonly Box[], states: readonly BoxState[], seconds: number): string {
  const parts = boxes.flatMap((box) => {
    const state = states[box.index]!;
    const facts = state.mark ? [state.mark.words] : [];
    if ((state.waiting ?? 0) >= 0.5) facts.push(waitingWords(state.waiting!));
    return facts.length > 0 ? [`${box.label}: ${facts.join(', ')}`] : [];
  });
  const isSomebody = states.some(({ waiting }) => (waiting ?? 0) >= 0.5);
  const rest = isSomebody ? 'nobody waits elsewhere' : 'nobody waits';
  return `At ${formatSeconds(seconds)}: ${[...parts, rest].join('; ')}.`;
}
