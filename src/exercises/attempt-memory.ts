import type { TextStorage } from '../progress/storage.ts';
import type { KnobValues } from '../widgets/lab.ts';
import type { Exercise } from './exercise.ts';
import type { Grade } from './grade.ts';

/**
 * What a reader had before them when they left an exercise: the hints they had asked for and the
 * numbers of the last check. A convenience, kept apart from progress: losing it loses nothing that
 * one check does not bring back.
 */
export interface Attempt {
  readonly hints: number;
  readonly check: { readonly values: KnobValues; readonly grade: Grade } | null;
}

/** Where attempts lie in the browser. */
export const attemptsKey = 'headroom.attempts.v1';

/** Attempts that are kept; the oldest goes first. */
const maximumAttempts = 100;

const nothing: Attempt = { hints: 0, check: null };

/** The last attempt at an exercise, as far as it fits the exercise as it is now. Never throws. */
export function recallAttempt(storage: TextStorage | null, exercise: Exercise): Attempt {
  const saved = savedAttempts(storage).find(([id]) => id === exercise.id)?.[1];
  if (!isRecord(saved)) return nothing;
  const hints = isCount(saved.hints) ? Math.min(saved.hints, exercise.hints.length) : 0;
  // Numbers of another version of the exercise would be wrong beside its knobs.
  const fits = saved.of === fingerprint(exercise) && isRecord(saved.values) && isGrade(saved.grade, exercise);
  return {
    hints,
    check: fits ? { values: saved.values as KnobValues, grade: saved.grade as Grade } : null,
  };
}

/** Keeps an attempt. Where storage is full or forbidden, nothing is kept and nothing is said. */
export function keepAttempt(
  storage: TextStorage | null,
  exercise: Exercise,
  { hints, check }: Attempt,
): void {
  const others = savedAttempts(storage).filter(([id]) => id !== exercise.id);
  const entry = { hints, of: fingerprint(exercise), ...(check ?? {}) };
  const kept = [...others, [exercise.id, entry] as const].slice(-maximumAttempts);
  try {
    storage?.setItem(attemptsKey, JSON.stringify(kept));
  } catch {
    // It is a convenience.
  }
}

function savedAttempts(storage: TextStorage | null): (readonly [string, unknown])[] {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(attemptsKey) ?? '[]');
    if (!Array.isArray(saved)) return [];
    return saved.filter(
      (entry): entry is [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string',
    );
  } catch {
    return [];
  }
}

/** Changes with everything that the numbers of a check depend on (FNV-1a over it, 32 bits). */
function fingerprint({ scenario, seeds, goals, knobs, start, bestKnown }: Exercise): number {
  const text = JSON.stringify([scenario, seeds, goals, knobs, start, bestKnown]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function isGrade(value: unknown, { goals }: Exercise): boolean {
  if (!isRecord(value) || typeof value.passed !== 'boolean' || !isCount(value.seedCount)) return false;
  if (value.compared !== null && typeof value.compared !== 'number') return false;
  if (!Array.isArray(value.goals) || value.goals.length !== goals.length) return false;
  return value.goals.every(isOutcome) && (value.diagnosis === null || isDiagnosis(value.diagnosis));
}

function isOutcome(value: unknown): boolean {
  if (!isRecord(value) || typeof value.passed !== 'boolean' || !isCount(value.seedsPassed)) return false;
  return isCount(value.seed) && (value.observed === null || typeof value.observed === 'number');
}

function isDiagnosis(value: unknown): boolean {
  return (
    isRecord(value) &&
    Array.isArray(value.sentence) &&
    value.sentence.every((part) => isRecord(part) && typeof part.text === 'string')
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
