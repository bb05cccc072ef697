import { metricOf } from '../operations/alerts.ts';
import { windowReadings } from '../operations/metrics-collection.ts';
import type { CollectedMetric } from './observability.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { machinesOf } from './size.ts';

const MOST_READINGS = 1_000_000;
/** Of alert rules, one at each reading of the metrics: each may be an event. */
const MOST_JUDGEMENTS = 2_000_000;
/** Numbers that a metrics system keeps in its windows, all in all: some 160 MB. */
const MOST_WINDOW_NUMBERS = 2e7;
/** Lines that may wait on machines to be shipped, all in all. */
const MOST_WAITING_LINES = 1e7;
const MOST_ROTATIONS = 1_000_000;

const requestMetrics: readonly CollectedMetric[] = [
  'requestsPerSecond',
  'failuresPerSecond',
  'failureRatio',
  'latencySecondsMean',
  'latencySecondsP50',
  'latencySecondsP95',
  'latencySecondsP99',
];
const machineMetrics: readonly CollectedMetric[] = ['utilisation', 'queueLength', 'instances'];

/** What must hold between those who watch and what they watch. Throws a ScenarioError. */
export function checkObservability(scenario: Scenario): void {
  checkLogs(scenario);
  checkCollection(scenario);
  checkAlerts(scenario);
  checkOnCall(scenario);
}

function refuse(path: string, owner: string, is: string, expected: string): never {
  throw new ScenarioError(path, `${owner}: ${is}; expected ${expected}`);
}

function checkLogs({ logging = {}, nodes, durationSeconds }: Scenario): void {
  const services = Object.keys(nodes).filter((id) => nodes[id]!.kind === 'service');
  const writers = new Map<string, string>();
  let waiting = 0;
  for (const [name, { nodes: written, destination, local, shipped }] of Object.entries(logging)) {
    written.forEach((node, i) => {
      const path = `logging.${name}.nodes.${i}`;
      const is = `nodes.${i} is "${node}"`;
      if (!services.includes(node))
        refuse(path, `log "${name}"`, is, services.join(', ') || 'a service, of which there is none');
      const other = writers.get(node);
      if (other !== undefined)
        refuse(path, `log "${name}"`, is, `a service that does not write the log "${other}" yet`);
      writers.set(node, name);
      if (destination === 'shipped') waiting += machinesOf(nodes[node]!) * (shipped?.bufferLines ?? 10_000);
    });
    const everySeconds = local?.rotateEverySeconds ?? Infinity;
    if (durationSeconds / everySeconds > MOST_ROTATIONS) {
      const most = `at least ${durationSeconds / MOST_ROTATIONS} for a run of ${durationSeconds} s`;
      const is = `local.rotateEverySeconds is ${everySeconds}`;
      refuse(`logging.${name}.local.rotateEverySeconds`, `log "${name}"`, is, most);
    }
  }
  if (waiting > MOST_WAITING_LINES)
    refuse('logging', 'scenario', `its machines may hold ${waiting} lines to ship`, 'at most 10000000');
}

function checkCollection({ metricsCollection, nodes, durationSeconds }: Scenario): void {
  if (metricsCollection === undefined) return;
  const { scrapeIntervalSeconds, windowSeconds, bucketBoundsSeconds = [] } = metricsCollection;
  const owner = 'metrics collection';
  if (windowSeconds !== undefined && windowSeconds < scrapeIntervalSeconds) {
    const is = `windowSeconds is ${windowSeconds}`;
    const expected = `at least scrapeIntervalSeconds, ${scrapeIntervalSeconds}`;
    refuse('metricsCollection.windowSeconds', owner, is, expected);
  }
  const ids = Object.values(nodes);
  const readings = (durationSeconds / scrapeIntervalSeconds) * ids.length;
  if (readings > MOST_READINGS) {
    const is = `scrapeIntervalSeconds is ${scrapeIntervalSeconds}, which makes ${Math.ceil(readings)} readings of nodes`;
    refuse('metricsCollection.scrapeIntervalSeconds', owner, is, `at most ${MOST_READINGS}`);
  }
  const counters = ids.reduce((sum, node) => sum + 1 + Math.min(32, machinesOf(node)), 0);
  const numbers = counters * (windowReadings(metricsCollection) + 1) * (bucketBoundsSeconds.length + 16);
  if (numbers > MOST_WINDOW_NUMBERS) {
    const is = `windowSeconds is ${windowSeconds}, for which ${numbers} numbers are kept`;
    refuse('metricsCollection.windowSeconds', owner, is, `at most ${MOST_WINDOW_NUMBERS}`);
  }
}

function checkAlerts({ alerts, metricsCollection, nodes, durationSeconds }: Scenario): void {
  if (alerts === undefined) return;
  if (metricsCollection === undefined)
    refuse('metricsCollection', 'scenario', 'metricsCollection is missing', 'one, which the alerts look at');
  const count = Object.keys(alerts).length;
  const judged = (durationSeconds / metricsCollection.scrapeIntervalSeconds) * count;
  if (judged > MOST_JUDGEMENTS) {
    const is = `alerts has ${count} rules, which makes ${Math.ceil(judged)} judgements`;
    refuse('alerts', 'scenario', is, `at most ${MOST_JUDGEMENTS}`);
  }
  for (const [name, alert] of Object.entries(alerts)) {
    const owner = `alert "${name}"`;
    if (alert.kind === 'burn-rate') {
      if (!Object.hasOwn(nodes, alert.node))
        refuse(`alerts.${name}.node`, owner, `node is "${alert.node}"`, Object.keys(nodes).join(', '));
      continue;
    }
    const { node, metric } = metricOf(alert.metric);
    const kind = Object.hasOwn(nodes, node) ? nodes[node]!.kind : null;
    const known = kind === 'service' ? [...requestMetrics, ...machineMetrics] : requestMetrics;
    if (kind === null || !known.includes(metric) || alert.metric !== `${node}.${metric}`) {
      const expected = `a node and one of ${known.join(', ')}, such as "${Object.keys(nodes)[0]!}.failureRatio"`;
      refuse(`alerts.${name}.metric`, owner, `metric is "${alert.metric}"`, expected);
    }
  }
}

function checkOnCall({ onCall, alerts, nodes }: Scenario): void {
  if (onCall === undefined) return;
  if (alerts === undefined || Object.keys(alerts).length === 0)
    refuse('alerts', 'scenario', 'alerts is missing', 'at least one, which calls the person on call');
  const known = { alerts: Object.keys(alerts), nodes: Object.keys(nodes) };
  for (const key of ['alerts', 'nodes'] as const) {
    onCall[key]?.forEach((id, i) => {
      if (!known[key].includes(id))
        refuse(`onCall.${key}.${i}`, 'on call', `${key}.${i} is "${id}"`, known[key].join(', '));
    });
  }
}
