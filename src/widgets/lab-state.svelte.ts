import type { Hops, RunResult, Scenario } from '#sim-core';
import type { ChartParts } from './chart-parts.ts';
import type { Stance } from '../diagram/stance.svelte.ts';
import { afterPaint } from '../islands/after-paint.ts';
import { defaultStance } from './default-stance.ts';
import { defaultSeed, defaultValues, knobValueIn, scenarioFor } from './knobs.ts';
import {
  noInterventions,
  withIntervention,
  withoutIntervention,
  type Intervention,
  type Interventions,
} from './interventions.ts';
import type { Knob, KnobValue, KnobValues, Lab } from './lab.ts';
import type { ChartPicture, LabPicture } from './picture.ts';
import type { LabSetting } from './setting.ts';
import { simulationWorker, type SimulationClient } from './simulation-client.ts';
import { rehearsal, type SimulationAnswer, type SimulationRequest } from './simulation-messages.ts';
import type { Shown } from './worth-showing.ts';

/** Whether the picture is the one for the knobs as they stand. */
export type LabStatus = 'ready' | 'running' | 'failed';

/** Requests whose way the diagram can show; of more, an even sample. */
const hopsLimit = 60_000;
/** A run that takes longer shows how far it is. */
const patienceMilliseconds = 300;
/** A knob that rested so long is let go of, and the diagram may move again. */
const restMilliseconds = 200;

/** What one lab shows, and all that can happen to it. Shared by every island that names the lab. */
export class LabState {
  readonly lab: Lab;
  readonly #defaultPicture: LabPicture;
  readonly #simulation: SimulationClient;
  #ticket = 0;
  /** What each question under way was about, so that numbers are shown with their own scenario. */
  readonly #asked = new Map<number, Pick<LabState, 'scenario' | 'values'>>();
  /** The diagram is moving, so the ways of the requests are wanted after each run. */
  #wantsHops = false;
  #isWarm = false;
  #progressTimer: ReturnType<typeof setTimeout> | undefined;
  #hopsTimer: ReturnType<typeof setTimeout> | undefined;

  values: KnobValues = $state.raw({});
  /** What the reader did to the system beside its knobs. */
  interventions: Interventions = $state.raw(noInterventions);
  seed = $state(1);
  picture: LabPicture;
  /** A picture kept to compare with. */
  pinned: LabPicture | null = $state.raw(null);
  /** What that picture is of. */
  pinnedSetting: LabSetting | null = null;
  /** How the diagram stands. */
  stance: Stance;
  /** How a link wants the diagram to stand. */
  wantedStance: Stance | null = $state.raw(null);
  /** Which parts charts show alone. */
  parts: ChartParts = $state.raw({});
  hops: Hops | null = $state.raw(null);
  /** The run that the hops belong to, with everything in it. */
  hopsResult: RunResult | null = $state.raw(null);
  status: LabStatus = $state('ready');
  /** The picture has the numbers of a run that goes on, so far. */
  isMeasuring = $state(false);
  /** How far a long run is, 0 to 1; null while there is nothing worth showing. */
  progress: number | null = $state(null);
  /** What went wrong or was found wanting, for the reader; empty if nothing. */
  message = $state('');
  /** Counts settled runs; 0 is the picture that came with the page. */
  settledRuns = $state(0);

  /** The scenario that the picture is of: a moment behind the knobs. */
  shownScenario: Scenario;
  /** Where the knobs stood for it. */
  shownValues: KnobValues;

  /** The scenario with the knobs as they stand, and what the reader did to it. */
  readonly scenario: Scenario = $derived.by(() => scenarioFor(this.lab, this.values, this.interventions));
  readonly isDefault: boolean = $derived.by(() => this.seed === defaultSeed(this.lab) && this.#atDefaults());

  constructor(lab: Lab, picture: LabPicture, simulation: SimulationClient = simulationWorker) {
    this.lab = lab;
    this.#defaultPicture = picture;
    this.#simulation = simulation;
    this.values = defaultValues(lab);
    this.seed = defaultSeed(lab);
    this.picture = $state.raw(picture);
    this.shownScenario = $state.raw(lab.scenario);
    this.shownValues = $state.raw(this.values);
    this.stance = defaultStance(lab);
  }

  /** Turns one knob and runs again. */
  turn(knob: Knob, value: KnobValue): void {
    if (this.values[knob.id] === value) return;
    this.apply({ ...this.values, [knob.id]: value }, this.seed, this.interventions);
  }

  /** Does one more thing to the system, or the same thing otherwise, and runs again. */
  intervene(intervention: Intervention): void {
    this.apply(this.values, this.seed, withIntervention(this.interventions, intervention));
  }

  /** Takes back what was done at this path, and runs again. */
  withdraw(path: string): void {
    if (!Object.hasOwn(this.interventions, path)) return;
    this.apply(this.values, this.seed, withoutIntervention(this.interventions, path));
  }

  /** The same system under the next seed: other luck, same chances. */
  reroll(): void {
    this.apply(this.values, this.seed >= 4_294_967_295 ? 0 : this.seed + 1, this.interventions);
  }

  /** Back to what the lesson shows. */
  reset(): void {
    this.pin(null);
    this.parts = {};
    this.apply(defaultValues(this.lab), defaultSeed(this.lab));
  }

  /** All knobs, the seed and the reader's interventions at once, as a share link sets them. */
  apply(values: KnobValues, seed: number, interventions: Interventions = noInterventions): void {
    try {
      scenarioFor(this.lab, values, interventions);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.values = values;
    this.seed = seed;
    this.interventions = interventions;
    this.message = '';
    this.#forgetHops();
    this.status = 'running';
    if (this.isDefault) {
      void this.#showDefault(++this.#ticket, values);
      return;
    }
    this.#progressTimer ??= setTimeout(() => (this.progress ??= 0), patienceMilliseconds);
    const { lab, scenario } = this;
    const ticket = ++this.#ticket;
    this.#asked.set(ticket, { scenario, values });
    this.#ask({ kind: 'draw', ticket, lab, scenario, seed });
  }

  /** The lesson's own picture is there already; but the knobs, which the reader has hold of, come first. */
  async #showDefault(ticket: number, values: KnobValues): Promise<void> {
    await afterPaint();
    if (ticket !== this.#ticket) return;
    this.picture = this.#defaultPicture;
    this.shownScenario = this.lab.scenario;
    this.shownValues = values;
    this.#settle('ready');
  }

  /** Keeps the present picture as a ghost in the charts, or lets it go. */
  togglePin(): void {
    const { values, seed, interventions } = this;
    this.pin(this.pinned ? null : this.picture, { values, seed, interventions });
  }

  /** Keeps a picture, and what it is of, as a ghost; null lets go of the one that is kept. */
  pin(picture: LabPicture | null, setting: LabSetting | null = null): void {
    this.pinned = picture;
    this.pinnedSetting = picture && setting;
  }

  /** Fetches the ways of the requests, for the diagram to move; again after each turn of a knob. */
  requestHops(): void {
    this.#wantsHops = true;
    if (!this.hops && this.status !== 'running') this.#askForHops();
  }

  /** Has the worker rehearse, and shows nothing: the first turn of a knob finds all ready. */
  warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    if (this.#ticket > 0) return;
    const { lab, scenario, seed } = this;
    try {
      this.#simulation.askSimulation({ kind: 'draw', ticket: rehearsal, lab, scenario, seed });
    } catch {
      // A browser without workers: the first turn of a knob will say so.
    }
  }

  #atDefaults(): boolean {
    if (Object.keys(this.interventions).length > 0) return false;
    return this.lab.knobs.every((knob) => this.values[knob.id] === knobValueIn(this.lab.scenario, knob));
  }

  #forgetHops(): void {
    clearTimeout(this.#hopsTimer);
    this.hops = null;
    this.hopsResult = null;
  }

  #askForHops(): void {
    clearTimeout(this.#hopsTimer);
    const { lab, scenario, seed } = this;
    this.#ask({ kind: 'hops', ticket: this.#ticket, labId: lab.id, scenario, seed, requests: hopsLimit });
  }

  #ask(request: SimulationRequest): void {
    this.#simulation.listenForLab(this.lab.id, (answer) => this.#take(answer));
    try {
      this.#simulation.askSimulation(request);
    } catch (error) {
      this.#fail(error);
    }
  }

  #take(answer: SimulationAnswer): void {
    if (answer.kind === 'error' && (answer.ticket === this.#ticket || answer.ticket === -1)) {
      this.#fail(new Error(answer.message));
      return;
    }
    // The first numbers of a position just passed may be shown; everything else must be of the newest.
    const isPassing =
      answer.kind === 'step' &&
      answer.step.kind === 'result' &&
      answer.ticket > 0 &&
      this.status === 'running';
    if (answer.ticket !== this.#ticket && !isPassing) return;
    if (answer.kind === 'hops') {
      this.hops = answer.hops;
      this.hopsResult = answer.result;
    } else if (answer.kind === 'settled') this.#settle('ready');
    else if (answer.kind === 'step') this.#takeStep(answer.step, answer.ticket);
  }

  #takeStep(step: Shown, ticket: number): void {
    if (step.kind === 'working') {
      this.progress = step.ratio;
    } else if (step.kind === 'result') {
      const { result, sentence } = step;
      this.picture = { ...this.picture, seed: result.seed, result, sentence };
      const { scenario, values } = this.#asked.get(ticket) ?? this;
      this.shownScenario = scenario;
      this.shownValues = values;
      this.isMeasuring = !step.complete;
      if (step.complete) this.#stopWaiting();
    } else {
      const charts = this.picture.charts.map((chart, index): ChartPicture =>
        index === step.index ? step.chart : chart,
      );
      this.picture = { ...this.picture, charts };
    }
  }

  #stopWaiting(): void {
    clearTimeout(this.#progressTimer);
    this.#progressTimer = undefined;
    this.progress = null;
  }

  #settle(status: LabStatus): void {
    this.#stopWaiting();
    this.isMeasuring = false;
    this.#asked.clear();
    this.status = status;
    this.settledRuns++;
    if (this.#wantsHops && status === 'ready') {
      this.#hopsTimer = setTimeout(() => this.#askForHops(), restMilliseconds);
    }
  }

  #fail(error: unknown): void {
    this.#settle('failed');
    this.message = `The simulation stopped: ${error instanceof Error ? error.message : String(error)}`;
  }
}
