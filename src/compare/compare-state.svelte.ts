import { jsonFor, knobValueIn } from '../widgets/knobs.ts';
import type { Knob, KnobValue, KnobValues } from '../widgets/lab.ts';
import { withPath } from '../widgets/path.ts';
import { askSimulation, listenForLab, wakeSimulation } from '../widgets/simulation-client.ts';
import type { ComparedRuns, ComparisonPicture } from './comparing.ts';
import type { ComparisonView } from './comparison.ts';

/** What one comparison shows, and all that can happen to it. */
export class CompareState {
  readonly view: ComparisonView;
  readonly #lessonPicture: ComparisonPicture;
  readonly #lessonValues: KnobValues;
  #ticket = 0;

  values: KnobValues = $state.raw({});
  /** What is known; of the knobs as they stand once `status` is `ready`. */
  picture: ComparisonPicture = $state.raw(undefined!);
  status: 'ready' | 'running' | 'failed' = $state('ready');
  /** What went wrong, for the reader; empty if nothing. */
  message = $state('');
  /** A run of each design as it is in the picture; null for those of the lesson, which are drawn in the page. */
  runs: ComparedRuns | null = $state.raw(null);
  /** Counts settled comparisons; 0 is the one that came with the page. */
  settledRuns = $state(0);

  readonly isDefault: boolean = $derived.by(() => this.#isLesson(this.values));

  constructor(view: ComparisonView, picture: ComparisonPicture) {
    this.view = view;
    this.#lessonPicture = picture;
    this.#lessonValues = Object.fromEntries(
      view.knobs.map((knob) => [knob.id, knobValueIn(view.designs[0].scenario, knob)]),
    );
    this.values = this.#lessonValues;
    this.picture = picture;
  }

  /** Turns one knob in both designs and runs both again. */
  turn(knob: Knob, value: KnobValue): void {
    if (this.values[knob.id] === value) return;
    this.#apply({ ...this.values, [knob.id]: value });
  }

  /** Back to what the lesson shows. */
  reset(): void {
    this.#apply(this.#lessonValues);
  }

  /** Loads the simulation ahead of the first turn of a knob. */
  wake(): void {
    try {
      wakeSimulation();
    } catch {
      // The first turn of a knob will say so.
    }
  }

  #apply(values: KnobValues): void {
    this.values = values;
    this.message = '';
    const ticket = ++this.#ticket;
    if (this.#isLesson(values)) {
      this.runs = null;
      this.#settle(this.#lessonPicture);
      return;
    }
    this.status = 'running';
    const { id, designs, figures, seed, replications } = this.view;
    listenForLab(id, (answer) => {
      if (answer.ticket !== this.#ticket && answer.ticket !== -1) return;
      if (answer.kind === 'compared') {
        this.runs = answer.picture.runs ?? this.runs;
        if (answer.complete) this.#settle(answer.picture);
        else this.picture = answer.picture;
      } else if (answer.kind === 'error') this.#fail(answer.message);
    });
    try {
      const scenarioOf = (place: 0 | 1) =>
        this.view.knobs.reduce((scenario, knob) => {
          const value = values[knob.id];
          return value === undefined ? scenario : withPath(scenario, knob.path, jsonFor(knob, value));
        }, designs[place].scenario);
      const metrics = figures.map(({ metric }) => metric);
      const scenarios = [scenarioOf(0), scenarioOf(1)] as const;
      askSimulation({ kind: 'compare', labId: id, ticket, scenarios, metrics, seed, replications });
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #settle(picture: ComparisonPicture): void {
    this.picture = picture;
    this.status = 'ready';
    this.settledRuns++;
  }

  #fail(message: string): void {
    this.status = 'failed';
    this.message = `The comparison stopped: ${message}`;
    this.settledRuns++;
  }

  #isLesson(values: KnobValues): boolean {
    return this.view.knobs.every((knob) => values[knob.id] === this.#lessonValues[knob.id]);
  }
}
