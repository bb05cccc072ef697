import { expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { drawPicture } from '../draw-picture.ts';
import { scenarioFor } from '../knobs.ts';
import type { KnobValues } from '../lab.ts';
import { SimulationDesk, type DeskSurroundings } from '../simulation-desk.ts';
import { rehearsal, type SimulationAnswer, type SimulationRequest } from '../simulation-messages.ts';
import { exampleLab } from './example-lab.ts';

type DrawRequest = Extract<SimulationRequest, { kind: 'draw' }>;

/** A desk whose clock a test moves: each look at it takes a millisecond. The page hears of each answer. */
function desk(millisecondsALook = 1, hear: (answer: SimulationAnswer) => void = () => undefined) {
  const answers: SimulationAnswer[] = [];
  let now = 0;
  const here: DeskSurroundings = {
    answer: (answer) => {
      answers.push(answer);
      hear(answer);
    },
    pause: () => Promise.resolve(),
    nowMilliseconds: () => (now += millisecondsALook),
  };
  return { answers, desk: new SimulationDesk(here) };
}

function draw(ticket: number, values: KnobValues = {}, change: Partial<Scenario> = {}): DrawRequest {
  const scenario = { ...scenarioFor(exampleLab, values), ...change };
  return { kind: 'draw', ticket, lab: exampleLab, scenario, seed: 7 };
}

function kinds(answers: readonly SimulationAnswer[]): string[] {
  return answers.map(
    (answer) => `${answer.ticket} ${answer.kind === 'step' ? answer.step.kind : answer.kind}`,
  );
}

test('numbers first, then a chart after the other, then the end', async () => {
  const { answers, desk: made } = desk(0.01);
  await made.take(draw(1));
  expect(kinds(answers)).toEqual(['1 result', '1 chart', '1 chart', '1 chart', '1 settled']);
});

test('the worker and the build draw the same picture', async () => {
  const { answers, desk: made } = desk(0.01);
  await made.take(draw(1, { policy: 'least' }));
  const built = drawPicture(exampleLab, scenarioFor(exampleLab, { policy: 'least' }), 7);
  const charts = answers.flatMap((answer) =>
    answer.kind === 'step' && answer.step.kind === 'chart' ? [answer.step.chart] : [],
  );
  expect(answers[0]).toMatchObject({ step: { result: built.result, sentence: built.sentence } });
  expect(charts).toEqual(built.charts);
});

test('a newer position drops an older one that takes long', async () => {
  const { answers, desk: made } = desk(20);
  await Promise.all([made.take(draw(1)), made.take(draw(2)), made.take(draw(3, { rate: 90 }))]);
  expect(answers.at(-1)).toMatchObject({ kind: 'settled', ticket: 3 });
  expect(kinds(answers)).not.toContain('1 settled');
  expect(answers.some((answer) => answer.ticket === 2)).toBe(false);
});

test('an older position that is nearly done still shows its numbers, but no charts', async () => {
  const { answers, desk: made } = desk(0.01);
  await Promise.all([made.take(draw(1)), made.take(draw(2))]);
  expect(kinds(answers)).toEqual(['1 result', '2 result', '2 chart', '2 chart', '2 chart', '2 settled']);
});

test('a rehearsal gives way at once', async () => {
  const { answers, desk: made } = desk(10);
  await Promise.all([made.take(draw(rehearsal)), made.take(draw(1))]);
  expect(answers.some((answer) => answer.ticket === rehearsal && answer.kind === 'settled')).toBe(false);
});

test('a rehearsal gives way to another lab, too', async () => {
  const { answers, desk: made } = desk(10);
  const other = { ...draw(1), lab: { ...exampleLab, id: 'another' } };
  await Promise.all([made.take(draw(rehearsal)), made.take(other)]);
  expect(answers.some((answer) => answer.ticket === rehearsal && answer.kind === 'settled')).toBe(false);
  expect(answers.at(-1)).toMatchObject({ kind: 'settled', labId: 'another' });
});

test('a rehearsal does not say how far it is', async () => {
  const { answers, desk: made } = desk(100);
  await made.take(draw(rehearsal));
  expect(kinds(answers)).not.toContain(`${rehearsal} working`);
});

test('a long run says how far it is', async () => {
  const { answers, desk: made } = desk(100);
  await made.take(draw(1));
  const ratios = answers.flatMap((answer) =>
    answer.kind === 'step' && answer.step.kind === 'working' ? [answer.step.ratio] : [],
  );
  expect(ratios.length).toBeGreaterThan(0);
  expect(ratios.every((ratio) => ratio >= 0 && ratio <= 1)).toBe(true);
});

test('of a long run numbers are shown that are not final, each of more of it', async () => {
  const { answers, desk: made } = desk(30);
  await made.take(draw(1, {}, { durationSeconds: 300 }));
  const results = answers.flatMap((answer) =>
    answer.kind === 'step' && answer.step.kind === 'result' ? [answer.step] : [],
  );
  expect(results.length).toBeGreaterThan(2);
  expect(results.map(({ complete }) => complete)).toEqual(results.map((_, i) => i === results.length - 1));
  const lengths = results.map(({ result }) => result.durationSeconds);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(lengths.at(-1)).toBe(300);
  const [first] = results;
  const { arrived, offeredPerSecond } = first!.result.overall;
  const { durationSeconds, warmUpSeconds } = first!.result;
  expect(offeredPerSecond).toBeCloseTo(arrived / (durationSeconds - warmUpSeconds), 1);
});

test('a position just passed whose first numbers have been shown is dropped', async () => {
  const { answers, desk: made } = desk(30, (answer) => {
    if (answer.ticket === 1) void made.take(draw(2));
  });
  await made.take(draw(1, {}, { durationSeconds: 300 }));
  expect(kinds(answers).filter((kind) => kind === '1 result')).toHaveLength(1);
  expect(answers.at(-1)).toMatchObject({ kind: 'settled', ticket: 2 });
});

test('a scenario that makes no sense is an answer, and the desk goes on', async () => {
  const { answers, desk: made } = desk();
  await made.take(draw(1, {}, { durationSeconds: -1 }));
  await made.take(draw(2));
  expect(answers[0]).toMatchObject({
    kind: 'error',
    ticket: 1,
    message: expect.stringContaining('durationSeconds') as string,
  });
  expect(answers.at(-1)).toMatchObject({ kind: 'settled', ticket: 2 });
});

test('the ways of the requests, on demand', async () => {
  const { answers, desk: made } = desk();
  const { scenario } = exampleLab;
  await made.take({ kind: 'hops', ticket: 4, labId: exampleLab.id, scenario, seed: 7, requests: 500 });
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ kind: 'hops', ticket: 4, labId: exampleLab.id });
});

test('a knob does not wait for the ways of its last position', async () => {
  const { answers, desk: made } = desk(20);
  const { scenario } = exampleLab;
  const hops = { kind: 'hops', labId: exampleLab.id, scenario, seed: 7, requests: 500 } as const;
  await Promise.all([made.take({ ...hops, ticket: 4 }), made.take(draw(5))]);
  expect(answers.at(-1)).toMatchObject({ kind: 'settled', ticket: 5 });
  expect(answers.some(({ kind }) => kind === 'hops')).toBe(false);
  await Promise.all([made.take({ ...hops, ticket: 5 }), made.take(draw(rehearsal))]);
  expect(kinds(answers)).toContain('5 hops');
});

test('of the ways it tells how a request got its connection, and of the others nothing that hops tell', async () => {
  const { answers, desk: made } = desk();
  const [users, server] = Object.keys(exampleLab.scenario.nodes) as [string, string];
  const scenario = {
    ...exampleLab.scenario,
    links: {
      internet: {
        from: users,
        to: server,
        latencySeconds: { kind: 'deterministic' as const, seconds: 0.05 },
        connection: { setUpRoundTrips: 2 },
      },
    },
  };
  await made.take({ kind: 'hops', ticket: 4, labId: exampleLab.id, scenario, seed: 7, requests: 500 });
  const traces = answers.flatMap((answer) => (answer.kind === 'hops' ? answer.result.traces : []));
  const first = traces.find(({ request }) => request === 0);
  expect(first?.links?.[0]?.phases[0]).toMatchObject({ phase: 'connect' });
  const known = traces.filter(({ links = [], failure }) => links.length > 0 || failure !== null);
  expect(known).toEqual(traces);
});

test('the worker fetches what draws a waterfall, and draws the same as the build', async () => {
  const { answers, desk: made } = desk(0.01);
  const lab = { ...exampleLab, charts: [{ kind: 'waterfall' as const }] };
  await made.take({ ...draw(1), lab });
  const charts = answers.flatMap((answer) =>
    answer.kind === 'step' && answer.step.kind === 'chart' ? [answer.step.chart] : [],
  );
  expect(charts).toEqual(drawPicture(lab, lab.scenario, 7).charts);
  expect(charts[0]).toMatchObject({ kind: 'waterfall', tookSeconds: expect.any(Number) as number });
});
