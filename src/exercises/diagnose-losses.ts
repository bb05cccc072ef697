import type { RunEvent, RunResult, Scenario } from '#sim-core';
import { causeInWords } from '../prose/failure-causes.ts';
import { formatRatio, formatSeconds } from '../prose/format.ts';
import { placeOf } from '../prose/place.ts';
import { say } from '../prose/sentence.ts';
import type { Case } from './diagnose.ts';
import { balancerOf, nameOf } from './diagnosis.ts';
import type { Component, Diagnosis } from './diagnosis.ts';
import { reasonForLoss } from './reasons-for-losses.ts';

/** Why requests fail: the most frequent cause, where it struck, and what let it. */
export function diagnoseLosses({ scenario, result }: Case): Diagnosis {
  const [top] = result.failures;
  if (top === undefined)
    return { component: null, sentence: say('No request failed. Which goal is it, then?') };
  const total = result.failures.reduce((sum, failure) => sum + failure.count, 0);
  const share =
    top.count === total
      ? 'All of the failed requests'
      : `${formatRatio(top.count / total, 2)} of the failed requests`;
  const { node } = placeOf(scenario, top.node);
  const component = { node, instance: failingMachine(scenario, result, node) };
  const name = nameOf(scenario, component);
  switch (top.cause) {
    case 'queue-full':
      return {
        component,
        sentence: say(`${share} were turned away at `, name, reasonForFullQueue(result, component)),
      };
    case 'crashed':
      return {
        component,
        sentence: say(
          `${share} were under way at `,
          name,
          ' when it crashed. What kept so many of them there at once?',
        ),
      };
    case 'refused':
      return {
        component,
        sentence: say(`${share} reached `, name, reasonForRefusal(scenario, result, component)),
      };
    case 'no-healthy-target':
      return {
        component,
        sentence: say(
          `${share} found no server left behind `,
          name,
          '. Were the servers all down, or only thought to be?',
        ),
      };
    case 'too-many-in-flight':
      return {
        component,
        sentence: say(
          `${share} came when more were under way than the simulation holds, at `,
          name,
          '. What keeps work from piling up without end?',
        ),
      };
    default:
      return {
        component,
        sentence: say(
          `${share} ${causeInWords[top.cause]} `,
          name,
          ...reasonForLoss(scenario, result, { node, cause: top.cause }),
        ),
      };
  }
}

/** The one machine that lost nearly all that its node lost; 0 when several did. */
function failingMachine(scenario: Scenario, result: RunResult, node: string): number {
  const metrics = result.nodes[node];
  const isFleet = metrics?.kind === 'service' || metrics?.kind === 'database';
  if (!isFleet || metrics.instances.length < 2) return 0;
  const losses = metrics.instances.map((machine) => machine.failed);
  const worst = losses.indexOf(Math.max(...losses));
  const total = losses.reduce((sum, lost) => sum + lost, 0);
  if (total > 0) return (losses[worst] ?? 0) > 0.8 * total ? worst + 1 : 0;
  // Refused connections may not count as visits; then the schedule says who was down.
  const crashed = Object.values(scenario.faults ?? {}).filter(
    (fault) => fault.kind === 'crash' && fault.enabled !== false && fault.node === node,
  );
  return crashed.length === 1 ? (crashed[0]?.instance ?? 0) : 0;
}

function reasonForFullQueue(result: RunResult, { node, instance }: Component): string {
  const metrics = result.nodes[node];
  if (metrics?.kind !== 'service' && metrics?.kind !== 'database')
    return ' because its queue was full. What would empty it faster?';
  const machine = instance > 0 ? metrics.instances[instance - 1] : metrics;
  const utilisation = machine?.utilisation ?? 0;
  if (utilisation > 0.9) {
    return `: its queue was full and it was busy ${formatRatio(utilisation, 2)} of the time. A longer queue makes them wait; what would make it finish sooner?`;
  }
  return `: its queue was full, although it was busy only ${formatRatio(utilisation, 2)} of the time. What comes in bunches there, and where could a bunch wait?`;
}

function reasonForRefusal(scenario: Scenario, result: RunResult, component: Component): string {
  const node = scenario.nodes[component.node];
  if (node?.kind === 'load-balancer') {
    const takeover = result.events.find(
      (event) => event.kind === 'failover' && event.node === component.node,
    );
    return takeover === undefined
      ? ' while it was down, and nothing stood by to take over. What if there were two?'
      : ' before its standby had taken over. What decides how long that takes?';
  }
  const front = balancerOf(scenario, component.node);
  if (front === null)
    return ' while it was down, and there was nobody else to ask. What would have to exist for them to be answered?';
  if (front.healthCheck === undefined) {
    return ' after it was gone: the balancer went on sending. How could it know?';
  }
  const delay = detectionSeconds(result.events, component);
  if (delay === null)
    return ' while it was down, and the balancer never noticed. How often does it look, and how many misses does it want to see?';
  return ` in the ${formatSeconds(delay)} that the balancer took to notice that it was down. What decides how soon it notices?`;
}

/** Time from the first crash of a component to the balancer's verdict; null if there was none. */
function detectionSeconds(events: readonly RunEvent[], { node, instance }: Component): number | null {
  const isIts = (event: RunEvent): boolean =>
    event.node === node && (instance === 0 || event.instance === instance);
  const crash = events.find((event) => event.kind === 'crash' && isIts(event));
  const verdict = events.find(
    (event) => event.kind === 'unhealthy' && isIts(event) && event.atSeconds >= (crash?.atSeconds ?? 0),
  );
  return crash === undefined || verdict === undefined ? null : verdict.atSeconds - crash.atSeconds;
}
