/**
 * `node bench/simulate-million-users.ts SECONDS`: simulates so many seconds of the million users in a
 * process of its own and prints what that took, as a line of JSON.
 */
import { run } from '#sim-core';
import { millionUsers } from './million-users.ts';

/** What a run took. */
export interface MillionUsersRun {
  readonly requests: number;
  /** By the clock, from the validation of the scenario to its result. */
  readonly seconds: number;
  /** Of all threads of the process, the compiler's among them. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

const scenario = { ...millionUsers(Number(process.argv[2])), warmUpSeconds: 0 };
const processorBefore = process.cpuUsage();
const before = performance.now();
const { arrived } = run(scenario).overall;
const seconds = (performance.now() - before) / 1000;
const { user, system } = process.cpuUsage(processorBefore);
const result: MillionUsersRun = {
  requests: arrived,
  seconds,
  processorSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(result));
