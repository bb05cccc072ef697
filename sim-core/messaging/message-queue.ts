import {
  answer,
  type Breakable,
  breakOff,
  call,
  type RunningNode,
  type System,
  type Visitable,
} from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { FailureCause, NodeSeries } from '../metrics/result.ts';
import type { VisitStatistics } from '../metrics/visit-statistics.ts';
import { DrawsAhead, RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import { USUAL_DELIVERIES } from '../scenario/courses.ts';
import type { QueueNode } from '../scenario/nodes/queue.ts';
import { DEAD, DONE, IN_WORK, LOST, type MessageCounts, WAITING } from './message-counts.ts';
import type { QueueMetrics } from './queue-metrics.ts';
import { QueueStatistics } from './queue-statistics.ts';
import { ReadyMessages } from './ready-messages.ts';

/** Besides what visitors have put and wait for, the queue keeps messages (`step` up to LOST) and: */
const PUTTING = 5;
const DELIVERY = 6;

/**
 * A broker between those who ask and those who do. A put is answered as soon as the
 * message is kept; consumers call the target for one message after the other, and a
 * message is delivered until it is done once: at least once, hence now and then twice.
 * Lesson: The network between. Source of the words: Amazon SQS Developer Guide.
 *
 * A message is a visit that nobody waits for: `note` counts its deliveries, `pending`
 * those under way, `work` is its number in order of puts. A delivery is another, which
 * calls the target: `note` is the message's number among the visits, `pending` is 0 once
 * the visibility timeout has passed and the message no longer depends on it.
 */
export class MessageQueue implements RunningNode, Breakable {
  readonly id: string;
  readonly index: number;
  readonly isBetween = false;
  readonly machines = 1;
  readonly #system: System;
  readonly #target: Visitable;
  readonly #consumers: number;
  readonly #capacity: number;
  readonly #putTime: DrawsAhead | null;
  readonly #visibilitySeconds: number;
  readonly #restSeconds: number;
  readonly #maximumDeliveries: number;
  readonly #isDurable: boolean;
  readonly #ready = new ReadyMessages();
  readonly #statistics: QueueStatistics;
  readonly #load: MachineStatistics;
  readonly #visits: VisitStatistics;
  readonly #messages: MessageCounts;
  readonly #putDone: number;
  readonly #visibleAgain: number;
  readonly #rested: number;
  #inWork = 0;
  #sequence = 0;
  #isDown = false;
  #isDelivering = false;

  constructor(construction: Construction, id: string, node: QueueNode) {
    const { system, seed } = construction;
    const { simulation, visits } = system;
    this.id = id;
    this.index = construction.indexOf(id);
    this.#system = system;
    this.#target = construction.route(id, node.target, node.policy);
    this.#consumers = node.consumers ?? 1;
    this.#capacity = node.capacity ?? 1_000_000;
    this.#putTime = node.putTime
      ? new DrawsAhead(node.putTime, new RandomStream(seed, `${id}/put time`))
      : null;
    this.#visibilitySeconds = node.visibilityTimeoutSeconds ?? Infinity;
    this.#restSeconds = node.redeliveryDelaySeconds ?? 1;
    this.#maximumDeliveries = node.maximumDeliveries ?? USUAL_DELIVERIES;
    this.#isDurable = node.durable ?? true;
    this.#statistics = new QueueStatistics(system, this.#ready, this.#consumers);
    this.#load = this.#statistics.load;
    this.#visits = this.#statistics.visits;
    this.#messages = this.#statistics.messages;
    this.#putDone = simulation.register((number) => this.#endPut(visits.at(number)));
    this.#visibleAgain = simulation.register((number) => this.#timeOut(visits.at(number)));
    this.#rested = simulation.register((number) => this.#endRest(visits.at(number)));
  }

  arrive(visit: Visit): void {
    const { simulation } = this.#system;
    visit.step = PUTTING;
    this.#visits.arrive();
    if (this.#putTime !== null) visit.work = this.#putTime.next();
    if (this.#isDown) return this.#refuse(visit, 'refused');
    if (this.#putTime === null) return this.#keep(visit);
    visit.deadline = simulation.now + visit.work;
    simulation.schedule(visit.deadline, this.#putDone, visit.number);
  }

  #endPut(visit: Visit): void {
    // A crash ends puts before their time.
    if (this.#isDue(visit) && visit.step === PUTTING) this.#keep(visit);
  }

  #isDue({ node, deadline }: Visit): boolean {
    return node === this && deadline === this.#system.simulation.now;
  }

  /** The message is there, and who put it may go. */
  #keep(visit: Visit): void {
    const { visits, simulation } = this.#system;
    if (this.#load.waiting + this.#inWork >= this.#capacity) return this.#refuse(visit, 'queue-full');
    if (!visits.hasRoom) return this.#refuse(visit, 'too-many-in-flight');
    const message = visits.open(this);
    copyRequest(visit, message);
    message.arrivedAt = simulation.now;
    message.work = this.#sequence++;
    message.note = message.pending = 0;
    message.step = WAITING;
    message.deadline = NaN;
    this.#load.settle();
    if (this.#isDown || this.#load.held >= this.#consumers) this.#load.wait();
    // It is taken at once, and has not waited.
    else this.#load.waiting++;
    this.#messages.put(message);
    this.#ready.push(message);
    this.#visits.serve(visit);
    answer(this.#system, visit, SERVED);
    this.#deliverAll();
  }

  #refuse(visit: Visit, cause: FailureCause): void {
    this.#visits.fail(visit);
    answer(this.#system, visit, this.#system.failures.numberOf(this.index, cause));
  }

  /**
   * Gives messages to free consumers. A delivery that fails at once frees its consumer
   * within `#deliver`: the loop further out goes on then.
   */
  #deliverAll(): void {
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    while (!this.#isDown && this.#load.held < this.#consumers && !this.#system.visits.isFull) {
      const message = this.#ready.shift();
      if (message === null) break;
      if (message.step === WAITING) this.#deliver(message);
      else this.#forget(message);
    }
    this.#isDelivering = false;
  }

  #deliver(message: Visit): void {
    const { visits, simulation } = this.#system;
    this.#load.settle();
    this.#load.waiting--;
    this.#load.held++;
    this.#inWork++;
    this.#statistics.take(message.arrivedAt);
    message.note++;
    message.pending++;
    this.#messages.deliver(message);
    this.#messages.move(message, IN_WORK);
    const delivery = visits.open(this);
    copyRequest(message, delivery);
    delivery.arrivedAt = simulation.now;
    delivery.step = DELIVERY;
    delivery.note = message.number;
    delivery.pending = 1;
    delivery.deadline = NaN;
    if (this.#visibilitySeconds < Infinity) {
      delivery.deadline = simulation.now + this.#visibilitySeconds;
      simulation.schedule(delivery.deadline, this.#visibleAgain, delivery.number);
    }
    call(this.#system, delivery, this.#target, -1);
  }

  /** A consumer is through with a delivery. */
  answered(delivery: Visit, failure: number): void {
    const { visits } = this.#system;
    const message = visits.at(delivery.note);
    this.#load.settle();
    this.#load.held--;
    message.pending--;
    if (failure === SERVED) this.#done(message);
    else if (delivery.pending === 1 && message.step === IN_WORK) this.#failed(message, this.#restSeconds);
    visits.release(delivery);
    if (!message.isCalling) this.#forget(message);
    this.#deliverAll();
  }

  #done(message: Visit): void {
    if (message.step === DONE) this.#messages.duplicate(message);
    if (message.step > IN_WORK) return;
    this.#end(message, DONE);
  }

  /** The message is kept no longer, for one reason or another; the load is settled. */
  #end(message: Visit, as: number): void {
    if (message.step === WAITING) this.#load.waiting--;
    else this.#inWork--;
    message.deadline = NaN;
    this.#messages.move(message, as);
  }

  /** A delivery came to nothing: once more after a rest, unless it was the last. */
  #failed(message: Visit, restSeconds: number): void {
    if (message.note >= this.#maximumDeliveries) return this.#end(message, DEAD);
    const { simulation } = this.#system;
    this.#inWork--;
    this.#load.wait();
    this.#messages.move(message, WAITING);
    if (restSeconds === 0) return this.#ready.push(message);
    message.deadline = simulation.now + restSeconds;
    simulation.schedule(message.deadline, this.#rested, message.number);
  }

  #endRest(message: Visit): void {
    if (!this.#isDue(message) || message.step !== WAITING || message.isCalling) return;
    message.deadline = NaN;
    this.#ready.push(message);
    this.#deliverAll();
  }

  /** The visibility timeout: the consumer works on, but the message is for everybody again. */
  #timeOut(delivery: Visit): void {
    if (!this.#isDue(delivery) || delivery.step !== DELIVERY || delivery.pending === 0) return;
    delivery.pending = 0;
    const message = this.#system.visits.at(delivery.note);
    if (message.step !== IN_WORK) return;
    this.#load.settle();
    this.#failed(message, 0);
    this.#deliverAll();
  }

  /** Gives a message back that is over, once no delivery of it is under way. */
  #forget(message: Visit): void {
    if (message.step > IN_WORK && message.pending === 0) this.#system.visits.release(message);
  }

  /** Puts under way fail. Consumers lose touch: what they had in work is done again, or lost. */
  crash(): void {
    const { visits, failures } = this.#system;
    const mine = visits.inFlight(({ node }) => node === this);
    const messages = mine.filter(({ step }) => step <= LOST).sort((a, b) => a.work - b.work);
    const struck = mine.filter(({ step }) => step > LOST);
    this.#load.settle();
    this.#isDown = true;
    this.#ready.clear();
    this.#load.held = 0;
    for (const message of messages) {
      message.pending = 0;
      message.deadline = NaN;
      if (message.step > IN_WORK) continue;
      if (!this.#isDurable) this.#end(message, LOST);
      else if (message.step === IN_WORK) this.#failed(message, 0);
      // The log is read again from its start: all messages in order of their puts.
      else this.#ready.push(message);
    }
    for (const message of messages) this.#forget(message);
    for (const visit of struck) if (visit.step === PUTTING) this.#visits.fail(visit);
    breakOff(this.#system, struck, failures.numberOf(this.index, 'crashed'));
  }

  restart(): void {
    this.#isDown = false;
    this.#deliverAll();
  }

  warmUpEnds(): void {
    this.#statistics.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.#statistics.tick(bucketSeconds);
  }

  metrics(measuredSeconds: number): QueueMetrics {
    return this.#statistics.metrics(measuredSeconds);
  }

  series(): NodeSeries {
    return this.#statistics.series();
  }
}

/** What is asked, by whom and on behalf of which request; rows of a trace go on under the put. */
function copyRequest(from: Visit, to: Visit): void {
  to.requestClass = from.requestClass;
  to.client = from.client;
  to.region = from.region;
  to.key = from.key;
  to.request = from.request;
  to.row = from.row >= 0 ? -2 - from.row : from.row;
}
