import type { Hops } from '#sim-core';
import { Crowd } from './crowd.ts';
import { Dots } from './dots.ts';
import { previousChange } from './earlier-changes.ts';
import { geometryOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { Graph } from './graph.ts';
import { journeysOf } from './journeys.ts';
import type { Journeys } from './journeys.ts';
import { Painter } from './painter.ts';
import type { Placement } from './placement.ts';

/** What is shown when: a moment of the run and the pace of its dots. */
export interface Moment {
  readonly seconds: number;
  readonly travelSeconds: number;
  readonly fadeSeconds: number;
  /** From this age on a request is drawn as slow. */
  readonly slowSeconds: number;
  /** Number of the request that is followed: all others are faint; null for none. */
  readonly followed?: number | null;
}

/** Where a dot is, px from the left and the top of the stage. */
export interface DotPlace {
  readonly x: number;
  readonly y: number;
}

/** As near to a dot as this a finger or a pointer means it, px. */
const reach = 22;

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
  #journeys: Journeys | null = null;
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
    this.#journeys = null;
    if (!hops) return;
    const journeys = journeysOf(hops, graph);
    const fromUsers = graph.links.map((link) => (graph.boxes[link.from]!.kind === 'users' ? 1 : 0));
    this.#journeys = journeys;
    this.#crowd = new Crowd(journeys);
    this.#dots = new Dots(journeys, Uint8Array.from(fromUsers));
    this.#fit();
  }

  show(moment: Moment): void {
    const { seconds, travelSeconds, fadeSeconds, slowSeconds } = moment;
    if (!this.#crowd || !this.#dots || !this.#geometry) return;
    this.#dots.followed = moment.followed ?? -1;
    this.#crowd.moveTo(seconds, travelSeconds, fadeSeconds);
    this.#dots.place(this.#crowd, this.#geometry, slowSeconds, travelSeconds, fadeSeconds);
    this.#painter.paint(this.#dots);
    if (moment.followed !== null && moment.followed !== undefined) this.#trace(moment.followed, moment);
  }

  /** The links that a request has taken by now, and where it is. */
  #trace(followed: number, { seconds, travelSeconds }: Moment): void {
    const { request, link, leaveSeconds, columnFrom, rows } = this.#journeys!;
    const lines: Float32Array[] = [];
    for (let row = 0; row < rows; row++) {
      const leave = leaveSeconds[row]! + columnFrom[row]! * travelSeconds;
      if (request[row] === followed && link[row]! >= 0 && leave <= seconds) {
        lines.push(this.#geometry!.links[link[row]!]!);
      }
    }
    this.#painter.trace(lines, this.placesOf(followed));
  }

  clear(): void {
    this.#painter.clear();
  }

  /** Dots are drawn of one request in so many of the hops. */
  get oneIn(): number {
    return this.#dots?.oneIn ?? 1;
  }

  /** Dots that wait in front of a box; null while the hops are missing. */
  waiting(box: number): number | null {
    return this.#crowd?.waiting[box] ?? null;
  }

  /** When something happens next; null while the hops are missing. */
  nextChange(): number | null {
    return this.#crowd?.nextChange() ?? null;
  }

  /** When something happened last before this moment; −Infinity when nothing did. */
  previousChange(seconds: number, travelSeconds: number): number {
    return this.#journeys ? previousChange(this.#journeys, seconds, travelSeconds) : -Infinity;
  }

  /** The request whose dot is nearest to a point of the stage; null where there is none in reach. */
  requestAt(x: number, y: number): number | null {
    // The canvas is mirrored where one reads from the right.
    const isMirrored = getComputedStyle(this.#stage).direction === 'rtl';
    const fromStart = isMirrored ? this.#stage.clientWidth - x : x;
    let nearest = reach;
    let found: number | null = null;
    this.#eachDot((request, dotX, dotY) => {
      const distance = Math.hypot(dotX - fromStart, dotY - y);
      if (distance >= nearest) return;
      nearest = distance;
      found = request;
    });
    return found;
  }

  /** Where the dots of a request are: one, or several while it calls several parts. */
  placesOf(followed: number): DotPlace[] {
    const places: DotPlace[] = [];
    this.#eachDot((request, x, y) => {
      if (request === followed) places.push({ x, y });
    });
    return places;
  }

  #eachDot(look: (request: number, x: number, y: number) => void): void {
    if (!this.#dots || !this.#journeys) return;
    const { size, row, x, y } = this.#dots;
    for (let dot = 0; dot < size; dot++) look(this.#journeys.request[row[dot]!]!, x[dot]!, y[dot]!);
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
