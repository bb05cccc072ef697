import { entryOf } from '../progress/progress.ts';
import { progressStore } from '../progress/progress.svelte.ts';
import { browserStorage } from '../progress/storage.ts';
import type { Knob, KnobValue, KnobValues } from '../widgets/lab.ts';
import { askSimulation, listenForLab, wakeSimulation } from '../widgets/simulation-client.ts';
import { keepAttempt, recallAttempt, type Attempt } from './attempt-memory.ts';
import type { Exercise } from './exercise.ts';
import type { Grade } from './grade.ts';

/** Where the reader is: untouched, moved since the last check, waiting for it, or told. */
export type ExerciseStatus = 'start' | 'changed' | 'checking' | 'failed' | 'passed' | 'broken';

/** What one exercise shows, and all that can happen to it. */
export class ExerciseState {
  readonly exercise: Exercise;
  readonly #startGrade: Grade;
  #ticket = 0;
  /** What was checked last, and what came of it. */
  #checked: Attempt['check'] = null;

  values: KnobValues = $state.raw({});
  status: ExerciseStatus = $state('start');
  /** Of the knobs as they were last checked; at first, as they start. */
  grade: Grade = $state.raw(undefined!);
  /** How much of a check is done, from 0 to 1. */
  ratio = $state(0);
  hintsShown = $state(0);
  /** What the reader should know beside the grade; empty if nothing. */
  message = $state('');

  /** Whether it was ever solved, on this page or before. */
  readonly isSolved: boolean = $derived.by(
    () => entryOf(progressStore.current.exercises, this.exercise.id)?.solved ?? false,
  );

  /** The best passing value of what answers are compared by, on this page or before. */
  readonly best: number | undefined = $derived.by(
    () => entryOf(progressStore.current.exercises, this.exercise.id)?.bestCost,
  );

  constructor(exercise: Exercise, startGrade: Grade) {
    this.exercise = exercise;
    this.#startGrade = startGrade;
    this.values = this.exercise.start;
    this.grade = startGrade;
  }

  /** Brings back the answer that was checked last, with its numbers and the hints. Browser only. */
  restore(): void {
    progressStore.load();
    const { hints, check } = recallAttempt(browserStorage(), this.exercise);
    this.hintsShown = hints;
    const saved = entryOf(progressStore.current.exercises, this.exercise.id)?.values ?? {};
    const values: Record<string, KnobValue> = { ...this.exercise.start };
    for (const knob of this.exercise.knobs) {
      const value = entryOf(saved, knob.id);
      if (value !== undefined && takes(knob, value)) values[knob.id] = value;
    }
    if (this.#isStart(values)) return;
    this.values = values;
    if (check && this.exercise.knobs.every(({ id }) => check.values[id] === values[id])) {
      this.#checked = check;
      this.grade = check.grade;
      this.status = check.grade.passed ? 'passed' : 'failed';
      return;
    }
    this.status = 'changed';
    this.message = 'Your last answer is back in place. Check it to see its numbers.';
  }

  turn(knob: Knob, value: KnobValue): void {
    if (this.values[knob.id] === value) return;
    this.#ticket++;
    this.values = { ...this.values, [knob.id]: value };
    this.message = '';
    this.status = 'changed';
    if (this.#isStart(this.values)) this.#showStart();
  }

  /** All knobs back to the start; hints stay, they were paid for. */
  reset(): void {
    this.#ticket++;
    this.values = this.exercise.start;
    this.message = '';
    this.#showStart();
  }

  showHint(): void {
    this.hintsShown = Math.min(this.hintsShown + 1, this.exercise.hints.length);
    this.#keep();
  }

  /** Loads the simulation ahead of the first check. */
  wake(): void {
    try {
      wakeSimulation();
    } catch {
      // The check itself will say so.
    }
  }

  /** Has the answer graded by the simulation, in its worker. */
  check(): void {
    const { exercise, values } = this;
    const ticket = ++this.#ticket;
    this.status = 'checking';
    this.ratio = 0;
    this.message = '';
    try {
      listenForLab(exercise.id, (answer) => {
        if (answer.ticket !== this.#ticket && answer.ticket !== -1) return;
        if (answer.kind === 'grading') this.ratio = answer.ratio;
        else if (answer.kind === 'graded') this.#take(answer.grade);
        else if (answer.kind === 'error') this.#break(answer.message);
      });
      askSimulation({ kind: 'grade', labId: exercise.id, ticket, exercise, values });
    } catch (error) {
      this.#break(error instanceof Error ? error.message : String(error));
    }
  }

  #take(grade: Grade): void {
    this.grade = grade;
    this.status = grade.passed ? 'passed' : 'failed';
    this.#checked = { values: this.values, grade };
    this.#keep();
    progressStore.recordExercise(this.exercise.id, {
      solved: grade.passed,
      values: this.values,
      ...(grade.passed && grade.compared !== null ? { bestCost: grade.compared } : {}),
    });
  }

  #keep(): void {
    keepAttempt(browserStorage(), this.exercise, { hints: this.hintsShown, check: this.#checked });
  }

  #break(message: string): void {
    this.status = 'broken';
    this.message = `The check stopped: ${message.replace(/\.$/, '')}. Try again.`;
  }

  #showStart(): void {
    this.grade = this.#startGrade;
    this.status = 'start';
  }

  #isStart(values: KnobValues): boolean {
    return this.exercise.knobs.every((knob) => values[knob.id] === this.exercise.start[knob.id]);
  }
}

/** Whether a knob can stand there: saved values may be from another version of the exercise. */
function takes(knob: Knob, value: KnobValue): boolean {
  if (knob.kind === 'switch') return typeof value === 'boolean';
  if (knob.kind === 'choice') return knob.options.some((option) => option.value === value);
  return typeof value === 'number' && value >= knob.minimum && value <= knob.maximum;
}
