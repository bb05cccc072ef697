import type { Hops, RunResult } from '#sim-core';
import type { Drawing, Layout } from './drawing.ts';
import { Player } from './player.svelte.ts';
import type { Projector } from './projector.ts';

/** What is shown, as it stands now; the component that draws it knows. */
export interface Programme {
  /** Of the run as a whole, however much of it is simulated. */
  times(): Pick<RunResult, 'durationSeconds' | 'warmUpSeconds'>;
  hops(): Hops | null;
  /** null until the code that lays out has come. */
  layout(): Layout | null;
  drawing(): Drawing;
  stage(): HTMLElement | undefined;
  canvas(): HTMLCanvasElement | undefined;
}

/** Seconds of the reader's that all is well at first, where something is going to break. */
const leadSeconds = 1.5;
/** A step lands a little later than its event, so that rounding does not leave the clock just before it. */
const nudge = 1e-12;

/** A run on the screen: its clock, what throws the dots on the stage, and all that a reader does with time. */
export class Screening {
  readonly player: Player;
  projector: Projector | null = $state.raw(null);
  /** Runs that the projector was given; a change means that its counts have changed. */
  loads = $state(0);
  /** Number of the request that is followed; null for none. */
  followed: number | null = $state(null);
  /** Counts what readers did with the clock: each of them is worth a word, its ticks are not. */
  deeds = $state(0);
  /** Dots are drawn of one request in so many of the hops. */
  oneIn = $state(1);
  readonly #programme: Programme;

  constructor(ratio: number, programme: Programme) {
    this.#programme = programme;
    this.player = new Player(ratio, {
      endSeconds: () => programme.times().durationSeconds,
      ready: () => programme.hops() !== null && this.projector !== null,
      draw: () => this.draw(),
    });
  }

  /** The moment that the picture shows, seconds; null for the run as a whole, as long as the ways of its requests are not known. */
  get moment(): number | null {
    return this.loads > 0 ? this.player.seconds : null;
  }

  draw(): void {
    if (this.player.seconds === null) this.projector?.clear();
    else {
      const { clock: seconds, travelSeconds, fadeSeconds } = this.player;
      const { slowSeconds } = this.#programme.drawing();
      this.projector?.show({ seconds, travelSeconds, fadeSeconds, slowSeconds, followed: this.followed });
      this.oneIn = this.projector?.oneIn ?? 1;
    }
  }

  /** Plays from a moment before the first trouble, else from where the run is in its stride. */
  play(): void {
    this.player.play(this.openingSeconds);
  }

  toggle(): void {
    if (this.player.playing) this.player.pause();
    else this.play();
    this.deeds++;
  }

  /** To the next thing that happens in the picture. */
  step(): void {
    this.#enter();
    const next = this.projector?.nextChange() ?? Infinity;
    if (next < this.#programme.times().durationSeconds) {
      this.player.stepTo(next * (1 + nudge) + nudge, prefersStills());
    }
    this.deeds++;
  }

  /** To what happened before. */
  stepBack(): void {
    this.#enter();
    const { clock, travelSeconds } = this.player;
    // Now stands a little after the thing that happened last.
    const before = clock - 2 * (clock * nudge + nudge);
    const previous = this.projector?.previousChange(before, travelSeconds) ?? -Infinity;
    if (previous >= 0) this.seek(previous * (1 + nudge) + nudge);
  }

  /** Stands still at this time. */
  seek(seconds: number): void {
    this.player.pause();
    this.player.seek(seconds);
    this.deeds++;
  }

  /** Back to the whole run. */
  rest(): void {
    this.player.rest();
    this.deeds++;
  }

  changeSpeed(ratio: number): void {
    this.player.ratio = ratio;
    this.draw();
  }

  /** All others become faint; null for nobody in particular. */
  follow(request: number | null): void {
    this.followed = request;
    this.draw();
  }

  /** Fetched when the reader first wants to see it move: most readers of a page do not, of most pictures. */
  async fetchProjector(): Promise<void> {
    const { Projector } = await import('./projector.ts');
    const stage = this.#programme.stage();
    const canvas = this.#programme.canvas();
    if (this.projector || !stage || !canvas) return;
    this.projector = new Projector(
      stage,
      canvas,
      () => this.draw(),
      (visible) => (visible ? this.player.wake() : this.player.sleep()),
    );
  }

  /** Another run, or the same on another stage. */
  load(): void {
    const { projector } = this;
    const hops = this.#programme.hops();
    const layout = this.#programme.layout();
    if (!projector || !layout) return;
    projector.load(layout.graph, [layout.wide, layout.tall], hops);
    if (hops) this.loads += 1;
  }

  stop(): void {
    this.player.sleep();
    this.projector?.stop();
  }

  /** Where a first look begins. */
  get openingSeconds(): number {
    const troubles = this.#programme.drawing().turningPoints.map((point) => point.seconds);
    const before = troubles.length > 0 ? Math.min(...troubles) - leadSeconds * this.player.ratio : 0;
    return Math.max(this.#programme.times().warmUpSeconds, before);
  }

  #enter(): void {
    if (this.player.seconds === null) this.player.seek(this.openingSeconds);
  }
}

/** Whether the reader asked for a page on which nothing moves by itself. */
export function prefersStills(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
