import { call, type System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { UNANSWERED } from './parallel-calls.ts';
import type { RunningCall } from './plan.ts';

/** Makes the calls of a step that are left, while they are answered at once. Returns the answer of all. */
export function callInTurn(system: System, visit: Visit, calls: RunningCall, made: number): number {
  const { target, times, probability, stream, isOptional } = calls;
  if (made === 0 && probability < 1 && stream.nextUniform() >= probability) return SERVED;
  for (visit.note = made; visit.note < times; visit.note++) {
    visit.isCalling = true;
    visit.failure = UNANSWERED;
    call(system, visit, target, -1);
    visit.isCalling = false;
    if (visit.failure === UNANSWERED) return UNANSWERED;
    if (visit.failure !== SERVED && !isOptional) return visit.failure;
  }
  return SERVED;
}
