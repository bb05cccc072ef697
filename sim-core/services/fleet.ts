import type { System } from '../kernel/system.ts';
import { RandomStream } from '../random/index.ts';
import { instancesOf, placesOf, type ServiceNode } from '../scenario/nodes/service.ts';
import type { Machine } from './machine.ts';
import { PresentMachines } from './present-machines.ts';

/** What runs on a machine. */
export interface Build {
  /** Share of the requests that fail of it. */
  readonly failureProbability: number;
  /** Share of the usual speed. */
  readonly speed: number;
}

/** Who sends requests to machines, and has to know which there are. */
export interface RotationWatcher {
  joins(machine: number): void;
  leaves(machine: number): void;
}

/** What the fleet asks of its service. */
export interface FleetOwner {
  readonly id: string;
  machine(machine: number): Machine;
  /** Fails all that the machine holds; from then on it refuses. */
  breakDown(machine: number): void;
  /** The machine's speed is to be worked out anew. */
  speedChanges(machine: number): void;
}

const ABSENT = 0;
const STARTING = 1;
const SERVING = 2;
/** Ready, and answering what it has, but nobody sends it anything new. */
const ASIDE = 3;
/** Finishing what it has before it is stopped. */
const LEAVING = 4;

/**
 * The machines of one service as they come and go: places that hold a machine or none. A
 * machine takes its time to start, then joins the rotation; before it is stopped it leaves
 * the rotation and may finish what it has. Lessons: Shipping it, Horizontal scaling.
 */
export class Fleet {
  readonly #system: System;
  readonly #owner: FleetOwner;
  readonly #watchers: RotationWatcher[] = [];
  readonly #state: Uint8Array;
  readonly #isBroken: Uint8Array;
  readonly #isAside: Uint8Array;
  readonly #isToReturn: Uint8Array;
  readonly #startSeconds: Float64Array;
  readonly #readyAt: Float64Array;
  readonly #warmAt: Float64Array;
  readonly #drainedAt: Float64Array;
  readonly #builds: Build[];
  readonly #nextBuilds: Build[];
  readonly #luck: RandomStream;
  readonly #ready: number;
  readonly #warm: number;
  readonly #drained: number;
  readonly #warmUp: ServiceNode['warmUp'];
  /** From a start to the first request, seconds, unless said otherwise. */
  declare readonly startUpSeconds: number;
  declare readonly present: PresentMachines;
  /** What new machines run. */
  usualBuild: Build = { failureProbability: 0, speed: 1 };
  /** The build whose outcomes are counted, and the outcomes since somebody last looked. */
  watchedBuild: Build | null = null;
  ended = 0;
  endedBadly = 0;
  /** A deployment is under way: who scales has to wait. */
  isDeploying = false;
  /** Is told when a machine has started, or is gone. */
  changed: () => void = () => undefined;

  constructor(system: System, owner: FleetOwner, node: ServiceNode, seed: number) {
    this.#system = system;
    this.#owner = owner;
    const places = placesOf(node);
    this.#state = new Uint8Array(places).fill(SERVING, 0, instancesOf(node));
    this.#isBroken = new Uint8Array(places);
    this.#isAside = new Uint8Array(places);
    this.#isToReturn = new Uint8Array(places);
    this.#startSeconds = new Float64Array(places);
    this.#readyAt = new Float64Array(places).fill(NaN);
    this.#warmAt = new Float64Array(places).fill(NaN);
    this.#drainedAt = new Float64Array(places).fill(NaN);
    this.#builds = Array.from({ length: places }, () => this.usualBuild);
    this.#nextBuilds = this.#builds.slice();
    this.#warmUp = node.warmUp;
    this.#luck = new RandomStream(seed, `${owner.id}/bad build`);
    this.startUpSeconds = node.startUpSeconds ?? 0;
    this.present = new PresentMachines(system.simulation, instancesOf(node));
    for (let machine = instancesOf(node); machine < places; machine++) owner.machine(machine).isDown = true;
    const { simulation } = system;
    this.#ready = simulation.register((machine) => {
      if (this.#readyAt[machine] === simulation.now) this.#becomeReady(machine);
    });
    this.#warm = simulation.register((machine) => {
      if (this.#warmAt[machine] === simulation.now) this.#setWarmth(machine, 1);
    });
    this.#drained = simulation.register((machine) => {
      if (this.#drainedAt[machine] === simulation.now && this.#state[machine] === LEAVING) this.#cut(machine);
    });
  }

  watch(watcher: RotationWatcher): void {
    this.#watchers.push(watcher);
  }

  isPresent(machine: number): boolean {
    return this.#state[machine] !== ABSENT;
  }

  /** Requests may be sent there; it may be down for all that anybody knows. */
  isInRotation(machine: number): boolean {
    return this.#state[machine] === SERVING;
  }

  /** The first machine in rotation from this place on, round and round; the place itself where there is none. */
  nextInRotation(from: number): number {
    const places = this.#state.length;
    for (let ahead = 0; ahead < places; ahead++) {
      const machine = from + ahead < places ? from + ahead : from + ahead - places;
      if (this.#state[machine] === SERVING) return machine;
    }
    return from;
  }

  /** It is neither starting nor leaving. */
  isSettled(machine: number): boolean {
    return this.#state[machine] !== STARTING && this.#state[machine] !== LEAVING;
  }

  isStarting(machine: number): boolean {
    return this.#state[machine] === STARTING;
  }

  buildAt(machine: number): Build {
    return this.#builds[machine]!;
  }

  /** Puts a machine where there was none; aside, if it is not to join the rotation by itself. */
  add(machine: number, startUpSeconds: number, build: Build, isAside: boolean): void {
    this.present.change(1);
    this.#isAside[machine] = isAside ? 1 : 0;
    this.#start(machine, startUpSeconds, build);
  }

  /** Takes a machine away once it has finished what it has, or after so many seconds. */
  remove(machine: number, drainSeconds: number): void {
    this.#isToReturn[machine] = 0;
    this.#leave(machine, drainSeconds);
  }

  /** Takes a machine out of the rotation, stops it, and starts it with another build. */
  replace(machine: number, build: Build, drainSeconds: number, startUpSeconds: number): void {
    this.#isToReturn[machine] = 1;
    this.#nextBuilds[machine] = build;
    this.#startSeconds[machine] = startUpSeconds;
    this.#leave(machine, drainSeconds);
  }

  /** Takes a machine out of the rotation as it is, or puts it back. */
  setAside(machine: number, isAside: boolean): void {
    this.#isAside[machine] = isAside ? 1 : 0;
    if (isAside && this.#state[machine] === SERVING) {
      this.#state[machine] = ASIDE;
      for (const watcher of this.#watchers) watcher.leaves(machine);
    } else if (!isAside && this.#state[machine] === ASIDE) this.#join(machine);
  }

  /** A fault struck the machine; what it held has failed. */
  crashed(machine: number): void {
    this.#isBroken[machine] = 1;
    this.#readyAt[machine] = NaN;
    this.#warmAt[machine] = NaN;
    if (this.#state[machine] === LEAVING) this.#stop(machine);
  }

  /** The fault is over: the machine starts. */
  repaired(machine: number): void {
    this.#isBroken[machine] = 0;
    if (this.#state[machine] === ABSENT) return;
    const seconds = this.#state[machine] === STARTING ? this.#startSeconds[machine]! : this.startUpSeconds;
    if (seconds > 0) this.#getReadyIn(machine, seconds);
    else this.#becomeReady(machine);
  }

  /** The machine holds nothing any more. */
  emptied(machine: number): void {
    if (this.#state[machine] === LEAVING) this.#stop(machine);
  }

  /** Whether the build on the machine spoils the answer that it is about to give. */
  isSpoiled(machine: number): boolean {
    const { failureProbability } = this.#builds[machine]!;
    return failureProbability > 0 && this.#luck.nextUniform() < failureProbability;
  }

  /** A visit to the machine has ended. */
  count(machine: number, isWell: boolean): void {
    if (this.#state[machine] !== SERVING || this.#builds[machine] !== this.watchedBuild) return;
    this.ended++;
    if (!isWell) this.endedBadly++;
  }

  #leave(machine: number, drainSeconds: number): void {
    const before = this.#state[machine];
    if (before === ABSENT) return;
    this.#state[machine] = LEAVING;
    if (before === SERVING) for (const watcher of this.#watchers) watcher.leaves(machine);
    const { held, waiting } = this.#owner.machine(machine);
    if (held === 0 && waiting === 0) this.#stop(machine);
    else if (drainSeconds === 0) this.#cut(machine);
    else {
      const { simulation } = this.#system;
      this.#drainedAt[machine] = simulation.now + drainSeconds;
      simulation.schedule(this.#drainedAt[machine], this.#drained, machine);
    }
  }

  /** No time is left to finish anything. */
  #cut(machine: number): void {
    this.#owner.breakDown(machine);
    this.#stop(machine);
  }

  #stop(machine: number): void {
    this.#owner.machine(machine).isDown = true;
    this.#drainedAt[machine] = this.#readyAt[machine] = this.#warmAt[machine] = NaN;
    if (this.#isToReturn[machine] === 1) {
      this.#start(machine, this.#startSeconds[machine]!, this.#nextBuilds[machine]!);
      return;
    }
    this.#state[machine] = ABSENT;
    this.present.change(-1);
    this.changed();
  }

  #start(machine: number, startUpSeconds: number, build: Build): void {
    this.#state[machine] = STARTING;
    this.#builds[machine] = build;
    this.#startSeconds[machine] = startUpSeconds;
    // Even one that starts in no time does so in an event of its own: others may be in the middle of theirs.
    if (this.#isBroken[machine] === 0) this.#getReadyIn(machine, startUpSeconds);
  }

  #getReadyIn(machine: number, seconds: number): void {
    const { simulation } = this.#system;
    this.#readyAt[machine] = simulation.now + seconds;
    simulation.schedule(this.#readyAt[machine], this.#ready, machine);
  }

  #becomeReady(machine: number): void {
    this.#readyAt[machine] = NaN;
    this.#owner.machine(machine).isDown = false;
    this.#owner.machine(machine).buildSpeed = this.#builds[machine]!.speed;
    this.#setWarmth(machine, this.#warmUp?.speed ?? 1);
    if (this.#warmUp) {
      const { simulation } = this.#system;
      this.#warmAt[machine] = simulation.now + this.#warmUp.seconds;
      simulation.schedule(this.#warmAt[machine], this.#warm, machine);
    }
    if (this.#state[machine] !== STARTING) return;
    if (this.#isAside[machine] === 1) this.#state[machine] = ASIDE;
    else this.#join(machine);
    this.changed();
  }

  #setWarmth(machine: number, share: number): void {
    this.#warmAt[machine] = NaN;
    this.#owner.machine(machine).warmth = share;
    this.#owner.speedChanges(machine);
  }

  #join(machine: number): void {
    this.#state[machine] = SERVING;
    for (const watcher of this.#watchers) watcher.joins(machine);
  }
}
