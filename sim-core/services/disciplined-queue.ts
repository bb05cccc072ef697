import type { Visit } from '../kernel/visits.ts';
import type { Discipline } from '../scenario/machine-behaviour.ts';

/** Where visits wait. */
export interface WaitingLine {
  /** Who is next, left in its place; null when nobody waits. */
  readonly first: Visit | null;
  push(visit: Visit): void;
  /** Takes off who is next; null when nobody waits. */
  shift(): Visit | null;
  clear(): void;
}

/** A line that can be entered and left at both ends and in the middle. */
class Line {
  first: Visit | null = null;
  last: Visit | null = null;

  pushLast(visit: Visit): void {
    visit.next = null;
    visit.before = this.last;
    if (this.last === null) this.first = visit;
    else this.last.next = visit;
    this.last = visit;
  }

  pushFirst(visit: Visit): void {
    visit.before = null;
    visit.next = this.first;
    if (this.first === null) this.last = visit;
    else this.first.before = visit;
    this.first = visit;
  }

  remove(visit: Visit): void {
    const { before, next } = visit;
    if (before === null) this.first = next;
    else before.next = next;
    if (next === null) this.last = before;
    else next.before = before;
    visit.before = null;
  }
}

/**
 * A queue in another order than that of arrival, or that may be left from the middle: last
 * come first served, or by priority (without interrupting work under way; first come first
 * served among equals). Lesson: The single server.
 */
export class DisciplinedQueue implements WaitingLine {
  readonly #isLastComeFirst: boolean;
  readonly #lines: readonly Line[];
  /** Line of a request class; line 0 goes first. */
  readonly #lineOf: Int32Array;

  /** @param priorities of each request class; higher numbers go first. */
  constructor(discipline: Discipline, priorities: readonly number[]) {
    this.#isLastComeFirst = discipline === 'lifo';
    const levels = discipline === 'priority' ? [...new Set(priorities)].sort((a, b) => b - a) : [0];
    this.#lines = levels.map(() => new Line());
    this.#lineOf = Int32Array.from(priorities, (priority) =>
      discipline === 'priority' ? levels.indexOf(priority) : 0,
    );
  }

  get first(): Visit | null {
    for (const line of this.#lines) if (line.first !== null) return line.first;
    return null;
  }

  push(visit: Visit): void {
    const line = this.#lineFor(visit);
    if (this.#isLastComeFirst) line.pushFirst(visit);
    else line.pushLast(visit);
  }

  shift(): Visit | null {
    const visit = this.first;
    if (visit !== null) this.remove(visit);
    return visit;
  }

  /** Takes off a visit that is in the queue, wherever it stands. */
  remove(visit: Visit): void {
    this.#lineFor(visit).remove(visit);
  }

  clear(): void {
    for (const line of this.#lines) line.first = line.last = null;
  }

  #lineFor(visit: Visit): Line {
    return this.#lines[this.#lineOf[visit.requestClass]!]!;
  }
}
