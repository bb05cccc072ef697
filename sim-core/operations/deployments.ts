import type { System } from '../kernel/system.ts';
import type { RunEvent } from '../metrics/result.ts';
import type { Deployment } from '../scenario/deployment.ts';
import type { Build, Fleet } from '../services/fleet.ts';

/** What a deployment waits for. */
type Stage = 'replacing' | 'baking' | 'retiring' | 'rolling-back';

/**
 * The deployments of one service, one after the other. Each brings a new build to the
 * machines wave by wave, watches it, and goes back to the old build when too much fails on
 * the new. Lesson: Shipping it: build, deploy, CI/CD.
 * Sources: Humble and Farley, 'Continuous Delivery' (2010), chapter 10; Google's
 * 'Site Reliability Workbook' (2018), chapter 16, on canaries.
 */
export class Deployments {
  readonly #system: System;
  readonly #node: string;
  readonly #fleet: Fleet;
  readonly #places: number;
  readonly #all: readonly Deployment[];
  readonly #advance: number;
  readonly #bakeEnds: number;
  readonly #look: number;
  readonly #waiting: Deployment[] = [];
  #current: Deployment | null = null;
  #stage: Stage = 'replacing';
  #build: Build | null = null;
  #wave: number[] = [];
  #todo: number[] = [];
  /** Machines of the old build that stand by, for a deployment beside them. */
  #old: number[] = [];
  #hasBaked = false;
  #bakedAt = NaN;
  #lookAt = NaN;

  constructor(
    system: System,
    node: string,
    fleet: Fleet,
    places: number,
    deployments: Readonly<Record<string, Deployment>>,
  ) {
    this.#system = system;
    this.#node = node;
    this.#fleet = fleet;
    this.#places = places;
    this.#all = Object.values(deployments).filter(({ enabled }) => enabled !== false);
    const { simulation } = system;
    const begin = simulation.register((index) => this.#begin(this.#all[index]!));
    this.#advance = simulation.register(() => this.#goOn());
    this.#bakeEnds = simulation.register(() => this.#endBake());
    this.#look = simulation.register(() => this.#judge());
    this.#all.forEach(({ atSeconds }, index) => {
      if (atSeconds <= system.durationSeconds) simulation.schedule(atSeconds, begin, index);
    });
    // In an event of its own: a machine changes in the middle of somebody else's.
    fleet.changed = () => {
      if (this.#current !== null) simulation.schedule(simulation.now, this.#advance, 0);
    };
  }

  #begin(deployment: Deployment): void {
    if (this.#current !== null) {
      this.#waiting.push(deployment);
      return;
    }
    const { badBuild, strategy, batch = 1, canaryShare = 0.1 } = deployment;
    this.#current = deployment;
    this.#fleet.isDeploying = true;
    this.#build = { failureProbability: badBuild?.failureProbability ?? 0, speed: badBuild?.speed ?? 1 };
    this.#hasBaked = strategy !== 'canary';
    this.#tell('deploy-start', 0);
    const machines = this.#machines((machine) => this.#fleet.isPresent(machine));
    this.#old = [];
    if (strategy === 'blue-green') {
      this.#todo = [];
      this.#old = machines.filter((machine) => this.#fleet.isInRotation(machine));
      const free = this.#machines((machine) => !this.#fleet.isPresent(machine));
      this.#nextWave(free.slice(0, machines.length));
      return;
    }
    this.#todo = machines;
    const canaries = Math.max(1, Math.round(canaryShare * machines.length));
    this.#nextWave(
      this.#todo.splice(
        0,
        strategy === 'big-bang' ? machines.length : strategy === 'canary' ? canaries : batch,
      ),
    );
  }

  #nextWave(wave: number[]): void {
    this.#stage = 'replacing';
    this.#wave = wave;
    const { startUpSeconds = this.#fleet.startUpSeconds, drainSeconds = 0, strategy } = this.#current!;
    for (const machine of wave) {
      if (strategy === 'blue-green') this.#fleet.add(machine, startUpSeconds, this.#build!, true);
      else this.#fleet.replace(machine, this.#build!, drainSeconds, startUpSeconds);
    }
    this.#goOn();
  }

  /** A machine has started or is gone: goes on when that was the last of the wave. */
  #goOn(): void {
    if (this.#current === null || this.#stage === 'baking') return;
    if (!this.#wave.every((machine) => this.#fleet.isSettled(machine))) return;
    if (this.#stage !== 'replacing') return this.#end();
    const { strategy, batch = 1 } = this.#current;
    if (strategy === 'blue-green') {
      for (const machine of this.#wave) this.#fleet.setAside(machine, false);
      for (const machine of this.#old) this.#fleet.setAside(machine, true);
    }
    for (const machine of this.#wave) this.#tell('deploy-step', machine + 1);
    this.#startWatching();
    const isDone = this.#todo.length === 0;
    if (isDone || !this.#hasBaked) this.#bake();
    else this.#nextWave(this.#todo.splice(0, batch));
  }

  #bake(): void {
    const { simulation } = this.#system;
    this.#stage = 'baking';
    this.#bakedAt = simulation.now + (this.#current!.bakeSeconds ?? 0);
    simulation.schedule(this.#bakedAt, this.#bakeEnds, 0);
  }

  #endBake(): void {
    if (this.#stage !== 'baking' || this.#bakedAt !== this.#system.simulation.now) return;
    const { batch = 1, drainSeconds = 0, strategy } = this.#current!;
    this.#hasBaked = true;
    if (this.#todo.length > 0) return this.#nextWave(this.#todo.splice(0, batch));
    this.#fleet.usualBuild = this.#build!;
    if (strategy !== 'blue-green') return this.#end();
    this.#stage = 'retiring';
    this.#wave = this.#old;
    for (const machine of this.#old) this.#fleet.remove(machine, drainSeconds);
    this.#goOn();
  }

  #end(): void {
    this.#tell('deploy-end', 0);
    this.#current = null;
    this.#fleet.isDeploying = false;
    this.#fleet.watchedBuild = null;
    this.#lookAt = NaN;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#begin(next);
  }

  /** From the first machine with the new build on, if it can be rolled back. */
  #startWatching(): void {
    const { rollback } = this.#current!;
    if (rollback === undefined || this.#fleet.watchedBuild === this.#build) return;
    this.#fleet.watchedBuild = this.#build;
    this.#watchOn(rollback.windowSeconds);
  }

  #watchOn(windowSeconds: number): void {
    const { simulation } = this.#system;
    this.#fleet.ended = this.#fleet.endedBadly = 0;
    this.#lookAt = simulation.now + windowSeconds;
    simulation.schedule(this.#lookAt, this.#look, 0);
  }

  #judge(): void {
    if (this.#lookAt !== this.#system.simulation.now) return;
    const { failureRatio, windowSeconds } = this.#current!.rollback!;
    const { ended, endedBadly } = this.#fleet;
    if (endedBadly > failureRatio * ended) this.#rollBack();
    else this.#watchOn(windowSeconds);
  }

  #rollBack(): void {
    const { drainSeconds = 0, startUpSeconds = this.#fleet.startUpSeconds, strategy } = this.#current!;
    this.#tell('rollback', 0);
    this.#lookAt = NaN;
    this.#fleet.watchedBuild = null;
    this.#stage = 'rolling-back';
    this.#todo = [];
    const isTouched = (machine: number): boolean =>
      this.#fleet.isPresent(machine) &&
      (this.#fleet.buildAt(machine) === this.#build ||
        (this.#wave.includes(machine) && !this.#fleet.isSettled(machine)));
    this.#wave = this.#machines(isTouched);
    if (strategy === 'blue-green') for (const machine of this.#old) this.#fleet.setAside(machine, false);
    for (const machine of this.#wave) {
      if (strategy === 'blue-green') this.#fleet.remove(machine, drainSeconds);
      else this.#fleet.replace(machine, this.#fleet.usualBuild, drainSeconds, startUpSeconds);
    }
    this.#goOn();
  }

  #machines(meet: (machine: number) => boolean): number[] {
    return Array.from({ length: this.#places }, (_, machine) => machine).filter(meet);
  }

  #tell(kind: RunEvent['kind'], instance: number): void {
    const atSeconds = this.#system.simulation.now;
    this.#system.events.push({ atSeconds, kind, node: this.#node, instance });
  }
}
