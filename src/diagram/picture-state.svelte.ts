import type { RunResult, Scenario } from '#sim-core';
import type * as board from './board.ts';
import type { BoxState, KnownMoment } from './state.ts';
import type { DiagramView, Drawing, Layout } from './drawing.ts';
import type { Choices } from './graph.ts';
import type { LinkMark } from './link-marks.ts';
import type { Watch } from './watching.ts';

type Board = typeof board;

/** What a picture is of. */
export interface Subject {
  readonly scenario: Scenario;
  readonly result: RunResult;
  /** From this age on a request is drawn as slow, seconds. */
  readonly slowSeconds: number | undefined;
}

/**
 * The picture as it stands: the one that came with the page, until the scenario, the run or the
 * reader's choices are others. Only then is the code fetched that lays out and draws.
 */
export class PictureState {
  #board: Board | null = $state.raw(null);
  #choices: Choices = $state.raw({});
  /** As what the reader wants it drawn. */
  view: DiagramView = $state('boxes');
  readonly #subject: () => Subject;
  readonly #given: Subject & { readonly drawing: Drawing };
  #last: Drawing;
  #lastLayout: Layout | null = null;

  /** Where everything stands; null until the code for it has come. */
  readonly layout: Layout | null = $derived.by(() => {
    if (this.#board)
      this.#lastLayout = this.#board.layOut(this.#subject().scenario, this.#choices, this.#lastLayout);
    return this.#lastLayout;
  });

  readonly #isGiven: boolean = $derived.by(() => {
    const { scenario, result } = this.#subject();
    const isSame = scenario === this.#given.scenario && result === this.#given.result;
    return isSame && Object.keys(this.#choices).length === 0;
  });

  /** Whether what is shown is another picture than the one that came. */
  get isOther(): boolean {
    return !this.#isGiven;
  }

  /** What stands still. */
  readonly drawing: Drawing = $derived.by(() => {
    const { result, slowSeconds } = this.#subject();
    if (this.#isGiven) this.#last = this.#given.drawing;
    else if (this.#board && this.layout) this.#last = this.#board.draw(this.layout, result, slowSeconds);
    return this.#last;
  });

  constructor(subject: () => Subject, drawing: Drawing, view: DiagramView = 'boxes') {
    this.view = view;
    this.#subject = subject;
    this.#given = { ...subject(), drawing };
    this.#last = drawing;
  }

  /** Fetches the code that draws, if it is not there. */
  async prepare(): Promise<void> {
    this.#board ??= await import('./board.ts');
  }

  /** What the reader opened or closed. */
  get choices(): Choices {
    return this.#choices;
  }

  /** Opens and closes these; all others are as they come. */
  chooseAll(choices: Choices): void {
    this.#choices = choices;
  }

  /** Opens a node into its parts, or closes it. */
  choose(node: string, isOpen: boolean): void {
    this.#choices = { ...this.#choices, [node]: isOpen };
  }

  /** The state of each box at a moment; means until the code for it has come. */
  statesAt(seconds: number, waitingNow: KnownMoment['waitingNow']): readonly BoxState[] {
    const { scenario, result } = this.#subject();
    const means = this.drawing.states;
    if (!this.#board || !this.layout) return means;
    return this.#board.statesAt(scenario, result, this.layout.graph, { seconds, waitingNow, means });
  }

  /** What is out of the ordinary on the links at a moment; null for the whole run. */
  linkMarksAt(seconds: number | null): readonly LinkMark[] {
    if (seconds === null || !this.#board || !this.layout) return this.drawing.linkMarks;
    return this.#board.linkMarksAt(this.layout, this.#subject().result, seconds);
  }

  /** Who watches, and what the alerts say at a moment; null for the whole run. */
  watchesAt(seconds: number | null): readonly Watch[] {
    if (seconds === null || !this.#board) return this.drawing.watches;
    const { scenario, result } = this.#subject();
    return this.#board.watchesOf(scenario, result, seconds);
  }

  /** What states, marks and the map say, in sentences. */
  sentencesOf(states: readonly BoxState[], marks: readonly { readonly words: string }[]): readonly string[] {
    const { states: means, sentences, map } = this.drawing;
    const ofBoxes =
      !this.#board || !this.layout || states === means
        ? sentences
        : this.#board.sentencesOf(this.#subject().scenario, this.layout.graph, states, marks);
    return [...ofBoxes, ...(map?.sentences ?? [])];
  }
}
