import { answer, call, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { LinkMetrics } from '../metrics/link-metrics.ts';
import { VisitCounts } from '../metrics/visit-counts.ts';
import { RandomStream } from '../random/index.ts';
import type { Link } from '../scenario/link.ts';
import { Connections } from './connections.ts';
import { Latency } from './latency.ts';
import { type Begins, LinkJourneys } from './link-journeys.ts';
import { PacketLoss } from './packet-loss.ts';
import { Pipe } from './pipe.ts';

/** Where a call is. In each odd step a try is made; the step after it is the way. */
const SETTING_UP = 1;
const SET_UP = 2;
const GOING = 3;
const GONE = 4;
const RETURNING = 5;
const RETURNED = 6;
/** All tries failed; the last wait is under way. */
const GIVING_UP = 7;

/** Bytes of an answer that says no. */
const REFUSAL_BYTES = 0;

/** What a link has to know besides what the scenario says of it. */
export interface LinkSurroundings {
  readonly system: System;
  readonly seed: number;
  /** Number of the event handler that calls `proceed`. */
  readonly handler: number;
  readonly name: string;
  readonly index: number;
  /** The node at its end. */
  readonly callee: Visitable;
  readonly from: string;
  readonly to: string;
  /** One-way times by the client's region + 1, seconds. */
  readonly byRegion: Float64Array;
  /** Whether the callers are many clients, each with connections of its own. */
  readonly perClient: boolean;
}

/**
 * What lies between a node and one that it calls: takes each request there and each answer
 * back, which costs time, and may lose them. Lessons: CDN, The network between.
 */
export class RunningLink implements Visitable {
  declare readonly index: number;
  readonly isBetween = true;
  readonly carries = true;
  declare readonly name: string;
  declare readonly from: string;
  declare readonly to: string;
  /** Messages take so many times as long as usual. */
  latencyFactor = 1;
  /** Faults at present that cut it. */
  cuts = 0;
  declare private readonly system: System;
  declare private readonly callee: Visitable;
  declare private readonly handler: number;
  declare private readonly requests: Pipe;
  declare private readonly responses: Pipe;
  declare private readonly going: Latency;
  declare private readonly returning: Latency;
  declare private readonly settingUp: Latency;
  private readonly requestLoss: PacketLoss | null = null;
  private readonly responseLoss: PacketLoss | null = null;
  declare private readonly retransmissionSeconds: number;
  declare private readonly maximumTries: number;
  declare private readonly connections: Connections | null;
  declare private readonly setUpMessages: number;
  declare private readonly visits: VisitCounts;
  private networkSeconds = -0;
  private cameBack = 0;
  private retransmissions = 0;
  private lost = 0;
  private partitioned = 0;

  constructor(link: Partial<Link>, around: LinkSurroundings) {
    const { system, seed, byRegion, name } = around;
    const stream = (what: string): string => `link ${name}/${what}`;
    this.index = around.index;
    this.name = name;
    this.from = around.from;
    this.to = around.to;
    this.system = system;
    this.callee = around.callee;
    this.handler = around.handler;
    this.requests = new Pipe(link.bandwidthBytesPerSecond ?? Infinity);
    this.responses = new Pipe(link.bandwidthBytesPerSecond ?? Infinity);
    this.going = new Latency(link, byRegion, seed, stream('requests'));
    this.returning = new Latency(link, byRegion, seed, stream('responses'));
    this.settingUp = new Latency(link, byRegion, seed, stream('set-up'));
    this.retransmissionSeconds = link.retransmissionSeconds ?? 0.2;
    this.maximumTries = link.maximumTries ?? 6;
    const { lossProbability = 0 } = link;
    if (lossProbability > 0) {
      const loss = (what: string, bytes: number[]): PacketLoss =>
        new PacketLoss(lossProbability, this.maximumTries, bytes, new RandomStream(seed, stream(what)));
      const { classes } = system;
      this.requestLoss = loss(
        'requests lost',
        classes.map(({ requestBytes }) => requestBytes),
      );
      this.responseLoss = loss('responses lost', [
        ...classes.map(({ responseBytes }) => responseBytes),
        REFUSAL_BYTES,
      ]);
    }
    this.connections = link.connection
      ? new Connections(system.simulation, this, link.connection, around.perClient)
      : null;
    this.setUpMessages = 2 * (link.connection?.setUpRoundTrips ?? 2);
    this.visits = new VisitCounts(system);
    if (system.details) system.recorder.journeys ??= new LinkJourneys();
  }

  /** True while nothing gets through. */
  get isCut(): boolean {
    return this.cuts > 0;
  }

  /** Writes down what begins for a call that is recorded. */
  private note(visit: Visit, begins: Begins, at: number): void {
    const { journeys } = this.system.recorder;
    if (journeys !== null && visit.row < -1) journeys.note(this.name, visit, begins, at);
  }

  arrive(visit: Visit): void {
    this.visits.arrive();
    this.note(visit, 'wait', this.system.simulation.now);
    if (this.connections === null) this.send(visit);
    else this.connections.request(visit);
  }

  /** The visit needs a new connection. */
  setUp(visit: Visit): void {
    visit.pending = 0;
    visit.step = SETTING_UP;
    this.note(visit, 'connect', this.system.simulation.now);
    this.try(visit);
  }

  /** The visit has a connection. */
  send(visit: Visit): void {
    const bytes = this.system.classes[visit.requestClass]!.requestBytes;
    visit.step = GOING;
    this.note(visit, 'request', this.system.simulation.now);
    this.enter(this.requests, bytes, visit);
  }

  answered(visit: Visit, failure: number, child: Visit): void {
    const { simulation, recorder, classes } = this.system;
    visit.failure = failure;
    visit.deadline = simulation.now;
    // The machine was called; the way back needs to know the row that was written there.
    visit.machine = child.row;
    if (child.row >= 0) recorder.onTheWayBack(child.row);
    visit.step = RETURNING;
    this.note(visit, 'response', simulation.now);
    const bytes = failure === SERVED ? classes[visit.requestClass]!.responseBytes : REFUSAL_BYTES;
    this.enter(this.responses, bytes, visit);
  }

  private enter(pipe: Pipe, bytes: number, visit: Visit): void {
    const { simulation } = this.system;
    visit.pending = 0;
    pipe.enter(simulation.now, bytes);
    if (pipe.freeAt === simulation.now) this.try(visit);
    else simulation.schedule(pipe.freeAt, this.handler, visit.number);
  }

  /** Sends what the visit has to send, or sees it lost. Nothing is answered before this returns. */
  private try(visit: Visit): void {
    const { simulation } = this.system;
    let seconds: number;
    if (this.isCut || this.isLost(visit)) {
      if (visit.arrivedAt >= this.system.warmUpSeconds) this.retransmissions++;
      seconds = this.retransmissionSeconds * (1 << visit.pending);
      if (++visit.pending === this.maximumTries) this.willGiveUp(visit);
    } else {
      seconds = this.secondsOnTheWay(visit) * this.latencyFactor;
      visit.step++;
    }
    simulation.schedule(simulation.now + seconds, this.handler, visit.number);
  }

  private isLost(visit: Visit): boolean {
    if (this.requestLoss === null || visit.step === SETTING_UP) return false;
    const { requestClass, failure, pending, step } = visit;
    if (step === GOING) return this.requestLoss.strikes(requestClass, pending);
    const message = failure === SERVED ? requestClass : this.system.classes.length;
    return this.responseLoss!.strikes(message, pending);
  }

  private secondsOnTheWay(visit: Visit): number {
    const { step, region } = visit;
    const latency = step === GOING ? this.going : step === RETURNING ? this.returning : this.settingUp;
    if (step !== SETTING_UP) {
      latency.draw(region);
      return latency.seconds;
    }
    let sum = 0;
    for (let message = 0; message < this.setUpMessages; message++) {
      latency.draw(region);
      sum += latency.seconds;
      if (message === 1 && this.setUpMessages > 2)
        this.note(visit, 'secure', this.system.simulation.now + sum * this.latencyFactor);
    }
    return sum;
  }

  private willGiveUp(visit: Visit): void {
    const cause = this.isCut ? 'partitioned' : 'lost';
    if (visit.arrivedAt >= this.system.warmUpSeconds) {
      if (this.isCut) this.partitioned++;
      else this.lost++;
    }
    if (visit.step !== RETURNING) visit.machine = -1;
    visit.step = GIVING_UP;
    visit.failure = this.system.failures.numberOf(this.index, cause);
  }

  /** The next thing happens to a visit: a try, or the end of a way. */
  proceed(visit: Visit): void {
    const { simulation } = this.system;
    switch (visit.step) {
      case SET_UP:
        this.connections!.ready(visit);
        return this.send(visit);
      case GONE:
        visit.work = simulation.now - visit.arrivedAt;
        this.note(visit, 'callee', simulation.now);
        return call(this.system, visit, this.callee, visit.machine);
      case RETURNED:
        if (visit.arrivedAt >= this.system.warmUpSeconds) {
          this.cameBack++;
          this.networkSeconds += visit.work + (simulation.now - visit.deadline);
        }
        if (visit.machine >= 0) this.system.recorder.isBack(visit.machine, simulation.now);
        return this.finish(visit);
      case GIVING_UP:
        return this.finish(visit);
      default:
        return this.try(visit);
    }
  }

  private finish(visit: Visit): void {
    this.note(visit, 'end', this.system.simulation.now);
    this.connections?.release(visit);
    if (visit.failure === SERVED) this.visits.serve(visit);
    else this.visits.fail(visit);
    answer(this.system, visit, visit.failure);
  }

  warmUpEnds(): void {
    const { now } = this.system.simulation;
    this.visits.warmUpEnds();
    this.requests.warmUpEnds(now);
    this.responses.warmUpEnds(now);
    if (this.connections !== null) this.connections.opened = 0;
  }

  metrics(measuredSeconds: number): LinkMetrics {
    const { now } = this.system.simulation;
    return {
      from: this.from,
      to: this.to,
      ...this.visits.countMetrics(measuredSeconds),
      networkSecondsMean: this.cameBack === 0 ? null : this.networkSeconds / this.cameBack,
      requestBytes: this.requests.bytes,
      responseBytes: this.responses.bytes,
      requestUtilisation: this.requests.utilisation(now, measuredSeconds),
      responseUtilisation: this.responses.utilisation(now, measuredSeconds),
      retransmissions: this.retransmissions,
      lost: this.lost,
      partitioned: this.partitioned,
      connectionsOpened: this.connections?.opened ?? 0,
    };
  }
}
