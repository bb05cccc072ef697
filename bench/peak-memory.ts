/**
 * `node bench/peak-memory.ts REQUESTS`: simulates the balancer model in a process of its
 * own and prints its peak memory, megabytes.
 */
import { run } from '#sim-core';
import { models } from './models.ts';

const model = models.find(({ name }) => name.startsWith('least connections'))!;
run(model.scenario(Number(process.argv[2])));
console.log(process.resourceUsage().maxRSS / 1024);
