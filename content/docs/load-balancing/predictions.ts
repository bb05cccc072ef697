import type { Prediction } from '#widgets';
import { oneDead, oneSlow, policyPath, tenServers } from './scenarios.ts';

export const bestPolicy: Prediction = {
  kind: 'choice',
  id: 'load-balancing/best-policy',
  question:
    'Server 3 falls to a quarter of its speed. Which rule leaves the unluckiest one in a hundred with the longest wait?',
  scenario: oneSlow,
  metric: 'overall.latencySecondsP99',
  as: 'seconds',
  right: 'highest',
  options: [
    {
      value: 'round-robin',
      label: 'Round robin: each server in turn',
      set: { [policyPath]: { kind: 'round-robin' } },
    },
    {
      value: 'two-choices',
      label: 'Two choices: the less busy of two picked at random',
      set: { [policyPath]: { kind: 'power-of-d-choices' } },
    },
    {
      value: 'least-connections',
      label: 'Least busy: the one with the fewest open requests',
      set: { [policyPath]: { kind: 'least-connections' } },
    },
    {
      value: 'weighted',
      label: 'Weighted: server 3 gets a quarter of a share',
      set: { [policyPath]: { kind: 'weighted', weights: [1, 1, 0.25, 1] } },
    },
  ],
};

export const secondChoice: Prediction = {
  kind: 'choice',
  id: 'load-balancing/second-choice',
  question:
    'Ten equal servers, nine tenths busy. Sending each request to a server at random takes how many times as long, on average, as looking at two random servers and taking the less busy?',
  scenario: tenServers,
  metric: 'overall.latencySecondsMean',
  as: 'number',
  right: 'nearest',
  timesThatOf: { [policyPath]: { kind: 'power-of-d-choices' } },
  options: [
    { value: 'slightly', label: 'Hardly longer: 1.1 times', about: 1.1 },
    { value: 'half-as-long-again', label: 'Half as long again: 1.5 times', about: 1.5 },
    { value: 'thrice', label: 'About three times', about: 3.3 },
    { value: 'ten-times', label: 'Ten times', about: 10 },
  ],
};

export const beforeTheVerdict: Prediction = {
  kind: 'number',
  id: 'load-balancing/before-the-verdict',
  question:
    'Four servers take turns. One dies. The balancer checks every five seconds and takes a server out after three failed checks. What share of all requests in this minute fails?',
  scenario: oneDead,
  metric: 'overall.failureRatio',
  as: 'ratio',
  label: 'Share of requests that fail',
  minimum: 0,
  maximum: 0.3,
  step: 0.005,
  start: 0.1,
};

const atServerThree = { metric: 'nodes.server.instances.2.arrived', per: 'overall.arrived' };

export const whoFeedsTheSick: Prediction = {
  kind: 'bars',
  id: 'load-balancing/who-feeds-the-sick',
  question:
    'Server 3 works at a quarter of its speed. What share of all requests does each rule still send to it?',
  scenario: oneSlow,
  as: 'ratio',
  label: 'Share of the requests of this minute that go to server 3; even shares would be 25 %',
  bars: [
    { label: 'Round robin', ...atServerThree },
    { label: 'Two choices', ...atServerThree, set: { [policyPath]: { kind: 'power-of-d-choices' } } },
    { label: 'Least busy', ...atServerThree, set: { [policyPath]: { kind: 'least-connections' } } },
    { label: 'Least latency', ...atServerThree, set: { [policyPath]: { kind: 'least-latency' } } },
  ],
  minimum: 0,
  maximum: 0.3,
  step: 0.01,
};
