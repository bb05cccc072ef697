/**
 * `npm run --silent bench [-- --requests N] [--rounds N]`: how fast the general engine
 * is beside a loop written by hand for the same model, and beside simjs; then what an
 * event costs among a million others, how memory grows with the length of a run (it
 * should not), how fast a whole application with a million users is, how long the first run of a process takes, and how
 * large the core is that a browser fetches. Prints one JSON object a
 * line: model, engine, requestsPerSecond, ratios to the other engines or models.
 *
 * Each model has a process of its own, as a run has: a compiler that has seen five models
 * expects all of them everywhere. `--model NAME` runs one, in this process;
 * `--model scale` runs what comes after the models.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from '#sim-core';
import { exercises } from '#exercises';
import { coreSizeLine } from '../bench/core-size.ts';
import { measure } from '../bench/measure.ts';
import { type BenchmarkModel, models } from '../bench/models.ts';
import { coldStartLine, memoryLines, millionUsersLine, pendingEventsLines } from '../bench/scale.ts';
import { simjsServers } from '../bench/simjs.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    model: { type: 'string' },
  },
});
/** Simulated; one and a half million requests. */
const MILLION_USERS_SECONDS = 30;

const requests = Number(values.requests);
const rounds = Number(values.rounds);
if (!(requests >= 1000) || !(rounds >= 1)) {
  console.error(
    `bench: --requests is ${values.requests} and --rounds is ${values.rounds}; expected at least 1000 and 1`,
  );
  process.exit(1);
}

if (values.model === undefined) {
  for (const name of [...models.map((model) => model.name), 'scale']) {
    const options = ['--model', name, '--requests', String(requests), '--rounds', String(rounds)];
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...options], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
} else if (values.model === 'scale') {
  const lines = [
    ...pendingEventsLines(rounds),
    ...memoryLines(requests / 2, 3),
    millionUsersLine(MILLION_USERS_SECONDS, 3),
    coldStartLine(exercises[0]!.scenario, 2 * rounds + 1),
    await coreSizeLine(),
  ];
  for (const line of lines) console.log(JSON.stringify(line));
} else {
  const model = models.find(({ name }) => name === values.model);
  if (!model) {
    const names = models.map(({ name }) => name).join(', ');
    console.error(`bench: --model is "${values.model}"; expected one of ${names}, scale`);
    process.exit(1);
  }
  compare(model);
}

function compare(model: BenchmarkModel): void {
  let seed = 0;
  const scenario = model.scenario(requests);
  const peer = simjsServers(model);
  const results = measure(
    {
      headroom: () => run(scenario, { seed: ++seed }).overall.arrived / 0.9,
      'hand-written': () => (model.byHand(requests, ++seed), requests),
      simjs: () => (peer(requests / 10, ++seed), requests / 10),
    },
    rounds,
  );
  for (const [engine, { requestsPerSecond, ratios }] of Object.entries(results)) {
    const rounded = Object.fromEntries(
      Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]),
    );
    console.log(
      JSON.stringify({
        model: model.name,
        engine,
        requestsPerSecond: Math.round(requestsPerSecond),
        ratios: rounded,
      }),
    );
  }
}
