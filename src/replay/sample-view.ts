import type { Scenario } from '#sim-core';
import { parseAccessLog } from './access-log.ts';
import { logView } from './replay-desk.ts';
import type { ReplayView } from './replay-state.svelte.ts';
import { replayServer } from './replay-server.ts';
import { replayAtOnce } from './replay.ts';
import { sampleLog } from './sample-log.ts';
import { speedRange } from './speed-up.ts';

/** The sample log replayed on the server of `scenario`: what the page shows before anybody touches it. */
export function sampleView(scenario: Scenario): ReplayView {
  const parsed = parseAccessLog([sampleLog()]);
  const log = logView('sample', 'Sample log', parsed);
  const server = replayServer(scenario);
  const window = log.windows[0]!;
  const { suggested } = speedRange(window, server);
  const settings = {
    window: window.name,
    speed: suggested,
    cores: server.cores,
    serviceSeconds: server.serviceSeconds,
  };
  return { log, comparison: replayAtOnce(scenario, parsed.arrivalSeconds, window, settings) };
}
