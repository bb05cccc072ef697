import { beforeEach, expect, test } from 'vitest';
import { drawPicture } from '../draw-picture.ts';
import { defaultValues } from '../knobs.ts';
import { LabState } from '../lab-state.svelte.ts';
import { rehearsal, type SimulationAnswer, type SimulationRequest } from '../simulation-messages.ts';
import { exampleLab } from './example-lab.ts';

/** A page whose worker is asked by hand. */
const page = {
  asked: [] as SimulationRequest[],
  answer: (_: SimulationAnswer): void => undefined,
  trouble: null as Error | null,
  listenForLab: (_: string, listener: (answer: SimulationAnswer) => void) => {
    page.answer = listener;
  },
  askSimulation: (request: SimulationRequest) => {
    if (page.trouble) throw page.trouble;
    page.asked.push(request);
  },
};

const byDefault = drawPicture(exampleLab, exampleLab.scenario, 7);
const [rate] = exampleLab.knobs;
const labId = exampleLab.id;

function turned(): LabState {
  const state = new LabState(exampleLab, byDefault, page);
  state.turn(rate!, 90);
  return state;
}

/** What the worker would say to the last question. */
function result(ticket: number, latencySecondsP99: number): SimulationAnswer {
  const overall = { ...byDefault.result.overall, latencySecondsP99 };
  const step = {
    kind: 'result',
    result: { ...byDefault.result, overall },
    sentence: [{ text: 'So it is.' }],
    complete: true,
  } as const;
  return { kind: 'step', labId, ticket, step };
}

/** Without a page nothing is painted, and nobody waits for it. */
function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  page.asked.length = 0;
  page.trouble = null;
});

test('it begins with the picture that came with the page', () => {
  const state = new LabState(exampleLab, byDefault, page);
  expect(state).toMatchObject({ status: 'ready', seed: 7, settledRuns: 0, message: '' });
  expect(state.values).toEqual(defaultValues(exampleLab));
  expect(state.picture).toBe(byDefault);
});

test('a turned knob asks for a run of its scenario and shows what comes', () => {
  const state = turned();
  expect(state.status).toBe('running');
  expect(page.asked).toMatchObject([{ kind: 'draw', seed: 7, scenario: state.scenario }]);
  page.answer(result(page.asked[0]!.ticket, 1.5));
  expect(state.picture.result.overall.latencySecondsP99).toBe(1.5);
  expect(state.shownScenario).toEqual(state.scenario);
  page.answer({ kind: 'settled', labId, ticket: page.asked[0]!.ticket });
  expect(state).toMatchObject({ status: 'ready', settledRuns: 1 });
});

test('of a position just passed the numbers are shown with their own scenario, the charts are not', () => {
  const state = turned();
  const passed = state.scenario;
  state.turn(rate!, 95);
  const [first] = page.asked;
  page.answer(result(first!.ticket, 1.5));
  expect(state.shownScenario).toEqual(passed);
  expect(state.shownValues).toMatchObject({ rate: 90 });
  const chart = { kind: 'comparison', outcomes: [] } as const;
  page.answer({
    kind: 'step',
    labId,
    ticket: first!.ticket,
    step: { kind: 'chart', index: 2, chart, complete: true },
  });
  expect(state.picture.charts[2]).toBe(byDefault.charts[2]);
  page.answer({ kind: 'settled', labId, ticket: first!.ticket });
  expect(state.status).toBe('running');
});

test('a rehearsal shows nothing', () => {
  const state = new LabState(exampleLab, byDefault, page);
  state.warmUp();
  state.warmUp();
  expect(page.asked).toMatchObject([{ kind: 'draw', ticket: rehearsal }]);
  state.turn(rate!, 90);
  page.answer(result(rehearsal, 1.5));
  expect(state.picture).toBe(byDefault);
});

test('reset brings back the picture of the page without a run', async () => {
  const state = turned();
  state.togglePin();
  page.answer(result(page.asked[0]!.ticket, 1.5));
  state.reset();
  expect(state).toMatchObject({ status: 'running', values: defaultValues(exampleLab) });
  await painted();
  expect(page.asked).toHaveLength(1);
  expect(state.picture).toBe(byDefault);
  expect(state).toMatchObject({ status: 'ready', pinned: null, isDefault: true });
  page.answer(result(page.asked[0]!.ticket, 2.5));
  expect(state.picture).toBe(byDefault);
});

test('a knob that is turned on before the lesson’s own picture is shown wins', async () => {
  const state = turned();
  state.reset();
  state.turn(rate!, 95);
  await painted();
  expect(state.status).toBe('running');
  page.answer(result(page.asked[1]!.ticket, 1.5));
  expect(state.picture.result.overall.latencySecondsP99).toBe(1.5);
});

test('another seed is another run of the same scenario', () => {
  const state = new LabState(exampleLab, byDefault, page);
  state.reroll();
  expect(page.asked).toMatchObject([{ seed: 8, scenario: exampleLab.scenario }]);
  expect(state.isDefault).toBe(false);
});

test('what a reader does to the system is run, kept when a knob is turned, and taken back', async () => {
  const state = new LabState(exampleLab, byDefault, page);
  const path = 'faults.reader-crash-server-1';
  const value = { kind: 'crash', node: 'server', instance: 1, atSeconds: 20, forSeconds: 10 };
  state.intervene({ path, value });
  state.turn(rate!, 90);
  expect(state.isDefault).toBe(false);
  for (const request of page.asked) {
    expect(request).toMatchObject({ scenario: { faults: { 'reader-crash-server-1': value } } });
  }
  expect(page.asked).toHaveLength(2);
  state.withdraw(path);
  state.withdraw(path);
  expect(page.asked).toHaveLength(3);
  expect(state.scenario.faults).toEqual(exampleLab.scenario.faults);

  state.intervene({ path, value });
  state.reset();
  await painted();
  expect(state).toMatchObject({ interventions: {}, isDefault: true, status: 'ready' });
});

test('what cannot be done is said, and nothing changes', () => {
  const state = turned();
  const { scenario } = state;
  state.intervene({ path: 'nodes.nobody.speed', value: 1 });
  expect(state.message).toMatch(/nothing to change/);
  expect(state.scenario).toEqual(scenario);
  expect(page.asked).toHaveLength(1);
});

test('what goes wrong in the worker, or on the way to it, is said', () => {
  const state = turned();
  page.answer({ kind: 'error', labId, ticket: page.asked[0]!.ticket, message: 'cores is 0' });
  expect(state).toMatchObject({ status: 'failed', message: 'The simulation stopped: cores is 0' });
  page.trouble = new Error('no workers here');
  state.turn(rate!, 95);
  expect(state).toMatchObject({ status: 'failed', message: 'The simulation stopped: no workers here' });
});

test('a diagram that moves gets the ways of the requests, again after each run', async () => {
  const state = new LabState(exampleLab, byDefault, page);
  state.requestHops();
  expect(page.asked.map((request) => request.kind)).toEqual(['hops']);
  state.turn(rate!, 90);
  page.answer({ kind: 'settled', labId, ticket: page.asked[1]!.ticket });
  await expect.poll(() => page.asked.map((request) => request.kind)).toEqual(['hops', 'draw', 'hops']);
});

test('the ways are asked for once, though the diagram wants them while the knob still rests', async () => {
  const state = new LabState(exampleLab, byDefault, page);
  state.requestHops();
  state.turn(rate!, 90);
  page.answer({ kind: 'settled', labId, ticket: page.asked[1]!.ticket });
  state.requestHops();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.asked.map((request) => request.kind)).toEqual(['hops', 'draw', 'hops']);
});
