import type { Scenario } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { placeKnob, setUpKnob } from '../knobs.ts';
import { browser, firstVisit, line, reader } from '../scenarios.ts';

/** Both ways from a browser to the server, with so many round trips before the question. */
const links = (setUpRoundTrips: number) => ({
  internet: wayFrom('browser', setUpRoundTrips),
  atlantic: wayFrom('their-browser', setUpRoundTrips),
});

const wayFrom = (from: string, setUpRoundTrips: number) => ({
  from,
  to: 'server',
  bandwidthBytesPerSecond: line,
  connection: { setUpRoundTrips, reuse: false },
});

/** The same first visits from two cities, to one server. */
const twoCities: Scenario = {
  ...firstVisit,
  title: 'Readers in Cairo and New York',
  nodes: {
    ...firstVisit.nodes,
    'new-yorkers': {
      ...reader,
      label: 'Readers in New York',
      region: 'new-york',
      target: 'their-browser',
    },
    'their-browser': {
      ...browser,
      label: 'Browser there',
      region: 'new-york',
      plan: [{ call: 'dns' }, { call: 'server' }],
    },
  },
  links: links(3),
};

export const betweenTwoCities: ExerciseDescription = {
  id: 'two-points-of-view/between-two-cities',
  title: 'Half the world away',
  prompt:
    'Saffron is read in Cairo and in New York. On a first visit, half of the readers in either city should have their page within 0.45 s, and the bill may not grow beyond $60 a month. There is one server, and it can stand in one place only.',
  scenario: twoCities,
  seeds: [101, 102, 103, 104, 105],
  start: { place: 'virginia', 'set-up': 'tls12', cores: 1, 'page-bytes': 60_000 },
  knobs: [
    placeKnob,
    {
      ...setUpKnob,
      path: 'links',
      note: 'for both cities',
      options: [
        { value: 'tls12', label: '3 round trips (TCP, TLS 1.2)', set: links(3) },
        { value: 'tls13', label: '2 round trips (TCP, TLS 1.3)', set: links(2) },
        { value: 'quic', label: '1 round trip (HTTP/3)', set: links(1) },
      ],
    },
    {
      kind: 'range',
      id: 'cores',
      path: 'nodes.server.cores',
      label: 'Cores of the server',
      note: '$30 a month each, on a machine of $20',
      minimum: 1,
      maximum: 8,
      step: 1,
    },
    {
      kind: 'range',
      id: 'page-bytes',
      path: 'requestClasses.page.responseBytes',
      label: 'Size of the page',
      minimum: 20_000,
      maximum: 120_000,
      step: 5000,
      format: 'bytes',
    },
  ],
  goals: [
    {
      metric: 'nodes.reader.latencySecondsP50',
      label: 'Half of the pages in Cairo within',
      as: 'seconds',
      atMost: 0.45,
    },
    {
      metric: 'nodes.new-yorkers.latencySecondsP50',
      label: 'Half of the pages in New York within',
      as: 'seconds',
      atMost: 0.45,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 60 },
  ],
  severalAnswers: true,
  hints: [
    'Look at the waterfall: how much of the wait is work, and how much is way?',
    'The time on the way is the distance, times the number of ways. You can change both, and moving the server towards one city moves it away from the other.',
    'Make connections in fewer round trips. With one, the server may stay where it is. With two, it has to stand between the cities, and New York still lacks a few milliseconds: those of the bytes.',
  ],
  lever: 'set-up',
  traps: [
    { name: 'Just buy the biggest machine', values: { cores: 8 } },
    { name: 'Move to Cairo, and leave the rest', values: { place: 'cairo' } },
    { name: 'A smaller page', values: { 'page-bytes': 20_000 } },
    { name: 'Everything that money buys', values: { 'set-up': 'quic', cores: 8 } },
  ],
  bestKnown: {
    metric: 'nodes.reader.latencySecondsP50',
    label: 'Your half of the pages in Cairo',
    as: 'seconds',
    value: 0.2483,
  },
};
