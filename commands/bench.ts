/**
 * `npm run --silent bench [-- --requests N] [--rounds N]`: how fast the general engine
 * is beside a loop written by hand for the same model, and beside simjs. Prints one
 * JSON object a line: model, engine, requestsPerSecond, ratios to the other engines.
 */
import { parseArgs } from 'node:util';
import { run } from '#sim-core';
import { measure } from '../bench/measure.ts';
import { models } from '../bench/models.ts';
import { simjsServers } from '../bench/simjs.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } },
});
const requests = Number(values.requests);
const rounds = Number(values.rounds);
if (!(requests >= 1000) || !(rounds >= 1)) {
  console.error(
    `bench: --requests is ${values.requests} and --rounds is ${values.rounds}; expected at least 1000 and 1`,
  );
  process.exit(1);
}

for (const model of models) {
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
