import type { Hops } from '#sim-core';
import { Crowd } from './crowd.ts';
import { Dots } from './dots.ts';
import { geometryOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { Graph } from './graph.ts';
import { journeysOf } from './journeys.ts';
import { Painter } from './painter.ts';
import type { Placement } from './placement.ts';

/** What is shown when: a moment of the run and the pace of its dots. */
export interface Moment {
  readonly seconds: number;
  readonly travelSeconds: number;
  readonly fadeSeconds: number;
  /** From this age on a request is drawn as slow. */
  readonly slowSeconds: number;
}

/** Keeps the canvas in step with the stage: its size, its orientation, the theme, the run. */
export class Projector {
  readonly #stage: HTMLElement;
  readonly #painter: Painter;
  readonly #redraw: () => void;
  readonly #observers: readonly { disconnect(): void }[];
  readonly #darkness = window.matchMedia('(prefers-color-scheme: dark)');
  #graph: Graph | null = null;
  #placements: readonly Placement[] = [];
  #geometry: Geometry | null = null;
  #crowd: Crowd | null = null;
  #dots: Dots | null = null;

  /**
   * @param redraw is called when the picture must be shown again.
   * @param onsight is called when the stage comes into view or leaves it.
   */
  constructor(
    stage: HTMLElement,
    canvas: HTMLCanvasElement,
    redraw: () => void,
    onsight: (visible: boolean) => void,
  ) {
    this.#stage = stage;
    this.#painter = new Painter(canvas);
    this.#redraw = redraw;
    const size = new ResizeObserver(this.#fit);
    size.observe(stage);
    const theme = new MutationObserver(this.#fit);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const sight = new IntersectionObserver((entries) => onsight(entries.at(-1)?.isIntersecting ?? true));
    sight.observe(stage);
    this.#observers = [size, theme, sight];
    this.#darkness.addEventListener('change', this.#fit);
  }

  stop(): void {
    for (const observer of this.#observers) observer.disconnect();
    this.#darkness.removeEventListener('change', this.#fit);
  }

  /** Takes another run. Without hops the last picture stays until they come. */
  load(graph: Graph, placements: readonly Placement[], hops: Hops | null): void {
    this.#graph = graph;
    this.#placements = placements;
    this.#crowd = null;
    if (!hops) return;
    const journeys = journeysOf(hops, graph);
    const fromUsers = graph.links.map((link) => (graph.boxes[link.from]!.kind === 'users' ? 1 : 0));
    this.#crowd = new Crowd(journeys);
    this.#dots = new Dots(journeys, Uint8Array.from(fromUsers));
    this.#fit();
  }

  show(moment: Moment): void {
    const { seconds, travelSeconds, fadeSeconds, slowSeconds } = moment;
    if (!this.#crowd || !this.#dots || !this.#geometry) return;
    this.#crowd.moveTo(seconds, travelSeconds, fadeSeconds);
    this.#dots.place(this.#crowd, this.#geometry, slowSeconds, travelSeconds, fadeSeconds);
    this.#painter.paint(this.#dots);
  }

  clear(): void {
    this.#painter.clear();
  }

  /** Dots that wait in front of a box; null while the hops are missing. */
  waiting(box: number): number | null {
    return this.#crowd?.waiting[box] ?? null;
  }

  /** When something happens next; null while the hops are missing. */
  nextChange(): number | null {
    return this.#crowd?.nextChange() ?? null;
  }

  readonly #fit = (): void => {
    const width = this.#stage.clientWidth;
    if (!this.#graph || width === 0) return;
    // The style sheet chooses the orientation; it says here which.
    const orientation = getComputedStyle(this.#stage).getPropertyValue('--orientation').trim();
    const placement = this.#placements.find((candidate) => candidate.orientation === orientation);
    if (!placement) return;
    this.#geometry = geometryOf(this.#graph, placement, width);
    this.#painter.prepare(width, this.#stage.clientHeight);
    this.#redraw();
  };
}
