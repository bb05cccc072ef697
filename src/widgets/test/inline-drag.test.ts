import { expect, test } from 'vitest';
import { InlineDrag } from '../inline-drag.ts';

function number(start: number) {
  let value = start;
  const drag = new InlineDrag({
    positions: () => [10, 20, 30, 40, 50],
    value: () => value,
    turn: (next) => (value = next),
  });
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => {
    let wasTaken = false;
    drag.press({ key, preventDefault: () => (wasTaken = true), ...held } as KeyboardEvent);
    return wasTaken;
  };
  const at = (clientX: number) => ({ clientX, button: 0, currentTarget: null }) as PointerEvent;
  return { drag, press, at, value: () => value };
}

test.for([
  ['ArrowRight', 40],
  ['ArrowUp', 40],
  ['ArrowLeft', 20],
  ['ArrowDown', 20],
  ['PageUp', 40],
  ['Home', 10],
  ['End', 50],
] as const)('%s takes 30 to %d', ([key, value]) => {
  const knob = number(30);
  expect(knob.press(key)).toBe(true);
  expect(knob.value()).toBe(value);
});

test('keys that are not its own, or belong to the browser, are left alone', () => {
  const knob = number(30);
  expect(knob.press('Tab')).toBe(false);
  expect(knob.press('ArrowRight', { ctrlKey: true })).toBe(false);
  expect(knob.value()).toBe(30);
});

test('it stops at both ends', () => {
  const knob = number(50);
  knob.press('ArrowRight');
  expect(knob.value()).toBe(50);
});

test('a drag sideways moves it step by step, and back', () => {
  const knob = number(30);
  knob.drag.begin(knob.at(100));
  knob.drag.move(knob.at(107));
  expect(knob.value()).toBe(40);
  knob.drag.move(knob.at(70));
  expect(knob.value()).toBe(10);
  knob.drag.end();
  knob.drag.move(knob.at(200));
  expect(knob.value()).toBe(10);
});
