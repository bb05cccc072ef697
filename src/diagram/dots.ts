import { Stage } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import { samples } from './geometry.ts';
import type { BoxGeometry, Geometry } from './geometry.ts';
import { failed } from './journeys.ts';
import type { Journeys } from './journeys.ts';

/** How a dot looks; hue and shape both tell. */
export const Look = {
  fromUsers: 0,
  moving: 1,
  waiting: 2,
  waitingSlow: 3,
  workingSlow: 4,
  served: 5,
  slow: 6,
  failed: 7,
} as const;

/** More are not told apart by an eye, nor drawn in time by a phone. */
const mostDots = 2000;
/** Share of the way that is spent on the link; the rest leads to a place in the queue. */
const linkShare = 0.85;
const rise = 22;
/** Opacity of all others while one request is followed. */
const faint = 0.16;

/** Dots ready to be painted; the first `size` are valid. */
export class Dots {
  size = 0;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly look: Uint8Array;
  readonly opacity: Float32Array;
  /** Of each dot: the visit that it shows. */
  readonly row: Int32Array;
  /** Only the dots of one request in so many are drawn, a power of two: all of them would be too many. */
  oneIn = 1;
  /** Number of the request that is followed; −1 for none. */
  followed = -1;
  #row = 0;
  readonly #journeys: Journeys;
  readonly #fromUsers: Uint8Array;
  readonly #turn: Int32Array;

  /** @param linkFromUsers of each link: 1 if it starts at users. */
  constructor(journeys: Journeys, linkFromUsers: Uint8Array) {
    const capacity = Math.min(2 * mostDots, journeys.rows);
    this.x = new Float32Array(capacity);
    this.y = new Float32Array(capacity);
    this.look = new Uint8Array(capacity);
    this.opacity = new Float32Array(capacity);
    this.row = new Int32Array(capacity);
    this.#journeys = journeys;
    this.#fromUsers = linkFromUsers;
    this.#turn = new Int32Array(journeys.boxes);
  }

  /** Puts a dot for every member of the crowd. Allocates nothing. */
  place(
    crowd: Crowd,
    geometry: Geometry,
    slowSeconds: number,
    travelSeconds: number,
    fadeSeconds: number,
  ): void {
    const { box: boxOf, columnTo, bornSeconds, answerSeconds, arriveSeconds, holds } = this.#journeys;
    this.size = 0;
    this.oneIn = 1;
    const shown = crowd.size - hiddenOf(crowd, geometry);
    while (shown > mostDots * this.oneIn) this.oneIn *= 2;
    this.#turn.fill(0);
    for (let index = 0; index < crowd.size && this.size < this.x.length; index++) {
      const row = (this.#row = crowd.members[index]!);
      const stage = crowd.stages[index]!;
      const box = geometry.boxes[boxOf[row]!]!;
      const here = crowd.seconds - columnTo[row]! * travelSeconds;
      if (stage === Stage.travelling) {
        this.#travel(
          row,
          1 + (here - arriveSeconds[row]!) / this.#waySeconds(row, travelSeconds),
          box,
          crowd,
          geometry,
        );
        continue;
      }
      const slow = here - bornSeconds[row]! > slowSeconds;
      const ended = holds[row] === 1 ? answerSeconds[row]! : arriveSeconds[row]!;
      const gone = Math.min(1, Math.max(0, (here - ended) / fadeSeconds));
      if (stage === Stage.waiting) this.#wait(row, box, slow ? Look.waitingSlow : Look.waiting);
      else if (stage === Stage.refused) this.#refuse(row, box, gone);
      else if (stage === Stage.working) this.#work(row, box, slow ? Look.workingSlow : Look.moving, crowd);
      else this.#answer(row, box, gone, slowSeconds, crowd);
    }
  }

  #waySeconds(row: number, travelSeconds: number): number {
    const { columnFrom, columnTo, leaveSeconds, arriveSeconds } = this.#journeys;
    return (columnTo[row]! - columnFrom[row]!) * travelSeconds + arriveSeconds[row]! - leaveSeconds[row]!;
  }

  #travel(row: number, progress: number, box: BoxGeometry, crowd: Crowd, geometry: Geometry): void {
    const link = this.#journeys.link[row]!;
    const points = geometry.links[link]!;
    const look = this.#fromUsers[link] === 1 ? Look.fromUsers : Look.moving;
    const share = box.places > 0 ? linkShare : 1;
    const at = Math.max(0, Math.min(1, progress / share)) * samples;
    const sample = Math.min(samples - 1, Math.floor(at));
    const part = at - sample;
    const x = points[2 * sample]! + (points[2 * sample + 2]! - points[2 * sample]!) * part;
    const y = points[2 * sample + 1]! + (points[2 * sample + 3]! - points[2 * sample + 1]!) * part;
    if (progress <= share) {
      this.#put(x, y, look, 1);
      return;
    }
    // Through the lane: to the end of the queue, or past it to a free worker.
    const waits = this.#journeys.startSeconds[row] !== this.#journeys.arriveSeconds[row];
    const turn = Math.min(box.places - 1, crowd.waiting[this.#journeys.box[row]!]!);
    const endX = waits ? box.lane[2 * turn]! : box.workers[0]!;
    const endY = waits ? box.lane[2 * turn + 1]! : box.workers[1]!;
    const through = (progress - share) / (1 - share);
    this.#put(x + (endX - x) * through, y + (endY - y) * through, look, 1);
  }

  #wait(row: number, box: BoxGeometry, look: number): void {
    const turn = this.#turn[this.#journeys.box[row]!]!++;
    if (turn < box.places) this.#put(box.lane[2 * turn]!, box.lane[2 * turn + 1]!, look, 1);
  }

  #refuse(row: number, box: BoxGeometry, gone: number): void {
    const turn = box.places === 0 ? 0 : this.#turn[this.#journeys.box[row]!]!++;
    const placed = turn < box.places;
    const last = box.places - 1;
    const x = placed ? box.lane[2 * turn]! : last >= 0 ? box.lane[2 * last]! : box.entryX - 8;
    const y = placed ? box.lane[2 * turn + 1]! : box.entryY;
    // Turned away: back and down, out of the way of those who wait.
    this.#put(x - gone * rise, y + (gone * rise) / 2, Look.failed, 1 - gone * gone);
  }

  #work(row: number, box: BoxGeometry, look: number, crowd: Crowd): void {
    const worker = Math.max(0, this.#worker(row, crowd));
    if (worker < box.workersShown) this.#put(box.workers[2 * worker]!, box.workers[2 * worker + 1]!, look, 1);
  }

  #answer(row: number, box: BoxGeometry, gone: number, slowSeconds: number, crowd: Crowd): void {
    const { outcome, answerSeconds, bornSeconds } = this.#journeys;
    const worker = Math.min(Math.max(0, this.#worker(row, crowd)), Math.max(0, box.workersShown - 1));
    const slow = answerSeconds[row]! - bornSeconds[row]! > slowSeconds;
    const look = outcome[row] === failed ? Look.failed : slow ? Look.slow : Look.served;
    this.#put(
      box.workers[2 * worker]!,
      box.workers[2 * worker + 1]! - 6 - gone * rise,
      look,
      1 - gone * gone,
    );
  }

  /** A place that was given back counts as well: see `Crowd`. */
  #worker(row: number, crowd: Crowd): number {
    const place = crowd.worker[row]!;
    return place <= -2 ? -2 - place : place;
  }

  /** Whole requests are left out, and always the same ones: the rest moves on without a jump. */
  #isDrawn(): boolean {
    const request = this.#journeys.request[this.#row]!;
    if (this.oneIn === 1 || request === this.followed) return true;
    // The numbers of a sample have factors in common; the top bits of a product spread evenly.
    return ((Math.imul(request, 0x9e37_79b1) >>> 16) & (this.oneIn - 1)) === 0;
  }

  #put(x: number, y: number, look: number, opacity: number): void {
    if (this.size >= this.x.length || !this.#isDrawn()) return;
    this.x[this.size] = x;
    this.y[this.size] = y;
    this.look[this.size] = look;
    const isAside = this.followed >= 0 && this.#journeys.request[this.#row] !== this.followed;
    this.opacity[this.size] = isAside ? opacity * faint : opacity;
    this.row[this.size] = this.#row;
    this.size += 1;
  }
}

/** How many of a crowd have no place in the picture: the end of a long queue, and work that is not seen. */
function hiddenOf({ waiting, working }: Crowd, { boxes }: Geometry): number {
  let hidden = 0;
  boxes.forEach(({ places, workersShown }, box) => {
    hidden += Math.max(0, waiting[box]! - places) + Math.max(0, working[box]! - workersShown);
  });
  return hidden;
}
