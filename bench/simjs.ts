import { createRequire } from 'node:module';
import { RandomStream } from '#sim-core';
import { standardExponential } from '../sim-core/random/index.ts';
import { choosers } from './hand-written.ts';
import { LOAD, type BenchmarkModel } from './models.ts';

/** The parts of simjs 2.0.3 that the benchmark uses. */
interface Facility {
  readonly free: number;
  readonly servers: number;
  readonly queue: { size(): number };
}
interface Entity {
  useFacility(facility: Facility, duration: number): { done(callback: () => void): void };
  setTimer(duration: number): { done(callback: () => void): void };
  time(): number;
}
interface Simjs {
  readonly Sim: new () => {
    addEntity(entity: new (...args: never[]) => Entity): void;
    simulate(endSeconds: number): boolean;
  };
  readonly Entity: new (...args: never[]) => Entity;
  readonly Facility: new (name: string, discipline: number, servers: number) => Facility;
}

// The package shows itself to a browser's window only, so it is given one.
const page = globalThis as { window?: { Sim?: Simjs } };
page.window = {};
createRequire(import.meta.url)('simjs');
const simjs = page.window.Sim!;
delete page.window;

/** The same model in simjs: simulates about so many requests and returns their mean latency, seconds. */
export function simjsServers({
  servers,
  choose,
}: BenchmarkModel): (requests: number, seed: number) => number {
  const pick = choose === 'shared queue' ? null : choosers[choose];
  return (requests, seed) => {
    const streams = ['arrivals', 'services', 'choices'].map((name) => new RandomStream(seed, name));
    const [arrivals, services, choices] = streams as [RandomStream, RandomStream, RandomStream];
    const facilities = pick
      ? Array.from({ length: servers }, (_, i) => new simjs.Facility(`server ${i}`, 0, 1))
      : [new simjs.Facility('servers', 0, servers)];
    const open = new Int32Array(facilities.length);
    const rate = servers * LOAD;
    let sum = 0;
    let served = 0;
    class Users extends simjs.Entity {
      start(): void {
        this.setTimer(standardExponential(arrivals) / rate).done(() => this.send());
      }
      send(): void {
        const came = this.time();
        const server = pick ? pick(open, choices) : 0;
        open[server]!++;
        this.useFacility(facilities[server]!, standardExponential(services)).done(() => {
          open[server]!--;
          served++;
          sum += this.time() - came;
        });
        this.start();
      }
    }
    const simulation = new simjs.Sim();
    simulation.addEntity(Users);
    simulation.simulate(requests / rate);
    return sum / served;
  };
}
