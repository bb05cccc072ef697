import { expect, test } from 'vitest';
import { deedOf } from '../diagram-keys.ts';

const press = (key: string, tag: string, more: { shiftKey?: boolean; modified?: boolean } = {}) =>
  deedOf({ key, tag, shiftKey: false, modified: false, ...more });

test.each([
  [' ', 'DIV', 'toggle'],
  ['ArrowRight', 'DIV', 'step'],
  ['ArrowLeft', 'BUTTON', 'step-back'],
  ['Escape', 'INPUT', 'leave'],
])('“%s” on %s', (key, tag, deed) => {
  expect(press(key, tag)).toBe(deed);
});

test('with Shift an arrow leads to the marks, on the line of time too', () => {
  expect(press('ArrowRight', 'DIV', { shiftKey: true })).toBe('next-mark');
  expect(press('ArrowLeft', 'INPUT', { shiftKey: true })).toBe('previous-mark');
});

test.each([
  [' ', 'BUTTON', {}],
  [' ', 'SELECT', {}],
  ['ArrowRight', 'INPUT', {}],
  ['ArrowRight', 'SELECT', { shiftKey: true }],
  ['ArrowRight', 'DIV', { modified: true }],
  ['a', 'DIV', {}],
] as const)('“%s” on %s keeps its own meaning', (key, tag, more) => {
  expect(press(key, tag, more)).toBeNull();
});
