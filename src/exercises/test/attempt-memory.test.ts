import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attemptsKey, keepAttempt, recallAttempt, type Attempt } from '../attempt-memory.ts';
import { grade } from '../grade.ts';
import { slowServer } from './slow-server.ts';

function memory(saved: Record<string, string> = {}) {
  return {
    saved,
    getItem: (key: string) => saved[key] ?? null,
    setItem: (key: string, text: string) => {
      saved[key] = text;
    },
  };
}

const attempt: Attempt = {
  hints: 2,
  check: { values: slowServer.start, grade: grade(slowServer, slowServer.start) },
};

it('brings back the hints and the numbers of the last check', () => {
  const storage = memory();
  keepAttempt(storage, slowServer, attempt);
  expect(recallAttempt(storage, slowServer)).toEqual(attempt);
  expect(recallAttempt(storage, { ...slowServer, id: 'another/one' })).toEqual({ hints: 0, check: null });
});

it('forgets the numbers, not the hints, when the exercise has changed since', () => {
  const storage = memory();
  keepAttempt(storage, slowServer, attempt);
  const goals = slowServer.goals.map((goal) => ({ ...goal, atMost: 1 }));
  expect(recallAttempt(storage, { ...slowServer, goals })).toEqual({ hints: 2, check: null });
});

it('keeps the newest hundred', () => {
  const storage = memory();
  for (let i = 0; i < 120; i++)
    keepAttempt(storage, { ...slowServer, id: `x/${i}` }, { hints: 1, check: null });
  expect(recallAttempt(storage, { ...slowServer, id: 'x/119' }).hints).toBe(1);
  expect(recallAttempt(storage, { ...slowServer, id: 'x/19' }).hints).toBe(0);
});

it('takes anything that is stored, and a storage that refuses, without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(recallAttempt(memory({ [attemptsKey]: text }), slowServer)).toEqual({ hints: 0, check: null });
    }),
  );
  const odd = JSON.stringify([[slowServer.id, { hints: 99, of: 0, values: {}, grade: { goals: 7 } }]]);
  expect(recallAttempt(memory({ [attemptsKey]: odd }), slowServer)).toEqual({
    hints: slowServer.hints.length,
    check: null,
  });
  const refusing = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepAttempt(refusing, slowServer, attempt)).not.toThrow();
  expect(() => keepAttempt(null, slowServer, attempt)).not.toThrow();
});
