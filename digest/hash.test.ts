import { expect, test } from 'vitest';
import { hashOf } from './hash.ts';

test('a hash is sixteen hexadecimal digits, and no two of these are alike', () => {
  const values = [
    ...[0, -0, 1, -1, NaN, Infinity, -Infinity, null, true, 'number −0x'],
    ...[0.1 + 0.2, 0.3, 1 + Number.EPSILON, Number.MIN_VALUE],
    ...[[], {}, [0], [-0], [0, 0], ['0'], { a: 0 }, { b: 0 }, { a: -0 }, { a: 0, b: 0 }],
  ];
  const hashes = values.map(hashOf);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set(hashes).size).toBe(values.length);
});

test('the last bit of any one number of many changes both halves of the hash', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => Math.sqrt(i + 2));
  const before = hashOf(numbers);
  for (let i = 0; i < numbers.length; i++) {
    const after = hashOf(numbers.with(i, numbers[i]! * (1 + Number.EPSILON)));
    expect(after.slice(0, 8)).not.toBe(before.slice(0, 8));
    expect(after.slice(8)).not.toBe(before.slice(8));
  }
});

test('a typed array is the list of its numbers', () => {
  expect(hashOf({ column: Float64Array.of(1.5, -0, 3) })).toBe(hashOf({ column: [1.5, -0, 3] }));
  expect(hashOf(Uint8Array.of(1, 2))).not.toBe(hashOf(Uint8Array.of(2, 1)));
});

test('the hash itself stays as it is', () => {
  expect(hashOf({ answer: 42, list: [0.1, null, 'ü'] })).toMatchInlineSnapshot(`"ddd32fec25cbaaca"`);
});
