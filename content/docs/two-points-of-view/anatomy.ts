import { run, withValue } from '#sim-core';
import type { Scenario } from '#sim-core';
import { firstVisit, pageBytesPath, setUpPath } from './scenarios.ts';

/** One part of the time of a request. */
export interface Part {
  readonly name: string;
  readonly what: string;
  /** On average. */
  readonly seconds: number;
}

/**
 * What the mean time of a first visit is made of: what each part takes away when it is left out of the same run. A
 * link's set-up is the round trips before the first request, the transfer what the bytes of the answer add.
 */
export const anatomy: readonly Part[] = partsOf(firstVisit);

/** How many times as long a round trip takes as all the work, of the server and of the database. */
export const tripsToWork = secondsOf('Way') / (secondsOf('Server') + secondsOf('Database'));

function secondsOf(name: string): number {
  return anatomy.find((part) => part.name === name)!.seconds;
}

function partsOf(scenario: Scenario): readonly Part[] {
  const whole = run(scenario);
  const database = whole.nodes.database!.latencySecondsMean!;
  const trip = networkMean(withValue(withValue(scenario, setUpPath, 0), pageBytesPath, 0));
  const oneTripOfSetUp = networkMean(withValue(scenario, setUpPath, 1));
  const noSetUp = networkMean(withValue(scenario, setUpPath, 0));
  return [
    { name: 'DNS', what: 'ask for the address', seconds: whole.nodes.dns!.latencySecondsMean! },
    { name: 'Connect', what: 'is anybody there? (TCP)', seconds: oneTripOfSetUp - noSetUp },
    { name: 'TLS', what: 'agree on a secret', seconds: networkMean(scenario) - oneTripOfSetUp },
    { name: 'Way', what: 'the question there, the first byte back', seconds: trip },
    { name: 'Server', what: 'the code works', seconds: whole.nodes.server!.latencySecondsMean! - database },
    { name: 'Database', what: 'the data is looked up', seconds: database },
    { name: 'Transfer', what: 'the rest of the bytes arrives', seconds: noSetUp - trip },
  ];
}

function networkMean(scenario: Scenario): number {
  return run(scenario).links!.internet!.networkSecondsMean!;
}
