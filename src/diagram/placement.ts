import type { Length } from './length.ts';

/** Sizes that both orientations share, pixels. */
export const boxHeight = 54;
/** Distance of two waiting dots, and of two workers inside a box. */
export const dotPitch = 7;
export const workerPitch = 9;
/** Machines with more workers than this show no places for them. */
export const workersShown = 12;
const workerRows = 4;

/** Where everything stands on a stage, in one orientation. */
export interface Placement {
  readonly orientation: 'wide' | 'tall';
  readonly height: number;
  /** A stage wider than this would only stretch the links. */
  readonly widestStage: number;
  /** By box index. */
  readonly boxes: readonly PlacedBox[];
  /** By link index: the points that a request passes on its way. */
  readonly routes: readonly Route[];
  /** The lines to draw; several links may share one. */
  readonly strokes: readonly StrokeGroup[];
}

export interface PlacedBox {
  readonly left: Length;
  readonly width: Length;
  readonly top: number;
  readonly height: number;
  /** The entrance and the workers are on the right. */
  readonly mirrored: boolean;
  /** Where requests wait; null for a node that never lets them wait. */
  readonly lane: Lane | null;
}

/** A place for countable dots: `columns` × `rows` of them, the first to be served at its head. */
export interface Lane {
  readonly left: Length;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** The side at which requests leave it. */
  readonly head: 'left' | 'right';
}

/** Points joined by curves that leave and arrive level ('wide'), or by straight lines ('tall'). */
export type Route = readonly RoutePoint[];
export interface RoutePoint {
  readonly x: Length;
  readonly y: number;
}

/** Lines that share one SVG element. */
export interface StrokeGroup {
  readonly left: Length;
  readonly width: Length;
  /** Width of its coordinate system; it is stretched to `width`. */
  readonly unitsWide: number;
  readonly lines: readonly {
    readonly path: string;
    /** The box that only this line leads to; -1 if shared. */ readonly to: number;
  }[];
}

/** Width of a lane, pixels. */
export function laneWidth(lane: Pick<Lane, 'columns'>): number {
  return lane.columns * dotPitch + 2;
}

/** Height of a lane, pixels. */
export function laneHeight(lane: Pick<Lane, 'rows'>): number {
  return lane.rows * dotPitch + 4;
}

/** Center of the dot that is `turn`-th in line (from 0), pixels from the lane's top left corner. */
export function laneX(lane: Lane, turn: number): number {
  const offset = 1 + (Math.floor(turn / lane.rows) + 0.5) * dotPitch;
  return lane.head === 'left' ? offset : laneWidth(lane) - offset;
}

/** The same, downwards. The middle row is filled first, so that a short queue stands on the line. */
export function laneY(lane: Lane, turn: number): number {
  const step = turn % lane.rows;
  const middle = Math.floor((lane.rows - 1) / 2);
  const row = middle + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
  return 2 + (row + 0.5) * dotPitch;
}

/** Columns of places for workers inside a box. */
export function workerColumns(workers: number): number {
  return workers > workersShown ? 1 : Math.ceil(workers / workerRows);
}

/** Width that they take, pixels. */
export function workersWidth(workers: number): number {
  return workerColumns(workers) * workerPitch;
}

/** Center of one place, pixels from the left of the places and from the middle of the box. */
export function workerX(worker: number): number {
  return (Math.floor(worker / workerRows) + 0.5) * workerPitch;
}

/** The same, downwards. */
export function workerY(worker: number, workers: number): number {
  const rows = Math.min(workers, workerRows);
  return ((worker % workerRows) - (rows - 1) / 2) * workerPitch;
}

/** From the outer edge of a box to its workers, pixels. */
export const workersInset = 13;
