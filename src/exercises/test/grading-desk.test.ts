import { expect, it } from 'vitest';
import { GradingDesk } from '../grading-desk.ts';
import type { GradingAnswer } from '../grading-messages.ts';
import { slowServer, slowServerSolution } from './slow-server.ts';

function deskWith(pause: () => Promise<void> = () => Promise.resolve()) {
  const answers: GradingAnswer[] = [];
  let now = 0;
  // Time passes with every look at the clock, so that each step ends in a pause.
  const desk = new GradingDesk({
    answer: (answer) => answers.push(answer),
    pause,
    nowMilliseconds: () => (now += 100),
  });
  return { desk, answers };
}

const request = (ticket: number, values = slowServerSolution.values) =>
  ({ kind: 'grade', labId: slowServer.id, ticket, exercise: slowServer, values }) as const;

it('tells how far it is and ends with the grade', async () => {
  const { desk, answers } = deskWith();
  await desk.take(request(7));
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.slice(0, -1).every((answer) => answer.kind === 'grading')).toBe(true);
  expect(answers.at(-1)).toMatchObject({ kind: 'graded', ticket: 7, grade: { passed: true } });
});

it('drops an answer when a newer one comes', async () => {
  const { desk, answers } = deskWith();
  await Promise.all([desk.take(request(1, slowServer.start)), desk.take(request(2))]);
  expect(answers.filter((answer) => answer.kind === 'graded').map((answer) => answer.ticket)).toEqual([2]);
});

it('answers with the message when the knobs make no sense', async () => {
  const { desk, answers } = deskWith();
  await desk.take(request(1, { servers: -3 }));
  expect(answers).toMatchObject([
    { kind: 'error', ticket: 1, message: expect.stringContaining('-3') as string },
  ]);
});
