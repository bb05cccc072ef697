import { describe, expect, test } from 'vitest';
import { checkScenarioText } from '../../commands/simulation/scenario-text.ts';
import { readScenarioFile } from '../../commands/simulation/scenario-file.ts';

const check = (text: string): void => {
  checkScenarioText(new TextEncoder().encode(text));
};
const keys = (count: number): string => Array.from({ length: count }, (_, i) => `"n${i}":{}`).join(',');

describe('the text of a scenario', () => {
  test.each([
    ['nodes has more than 1000 keys; expected at most 1000', `{"nodes":{${keys(1001)}}}`],
    ['it has more than 1000 keys; expected at most 1000', `{${keys(1001)}}`],
    [
      'nodes.api.plan is a list of more than 10000; expected at most 10000 where not all are numbers',
      `{"nodes":{"api":{"plan":[${'{},'.repeat(10_000)}{}]}}}`,
    ],
    ['times is a list of more than 5000000; expected at most 5000000', `{"times":[${'1,'.repeat(5e6)}1]}`],
    ['faults.0.0.0 is nested more than 32 deep; expected at most 32', `{"faults":${'['.repeat(1e6)}`],
    ['a.a.a.a is nested more than 32 deep; expected at most 32', '{"a":'.repeat(1e6)],
    ['title is a text of more than 3000 bytes; expected at most 3000', `{"title":"${'x'.repeat(1e7)}"}`],
    ['nodes has a key of more than 3000 bytes', `{"nodes":{"${'x'.repeat(1e7)}":1}}`],
    ['nodes.api is given twice; expected each key once', '{"nodes":{"api":{},"web":{},"api":{}}}'],
    ['parts.1.a is given twice', '{"parts":[{"a":1},{"a":1,"a":2}]}'],
    ['a is given twice', String.raw`{"a":1,"\u0061":2}`],
    ['it has more than 500000 keys in all', `[${`{${keys(1000)}},`.repeat(501)}{}]`],
  ])('is refused: %s', (message, text) => {
    expect(() => {
      check(text);
    }).toThrow(message);
  });

  test.each([
    ['at every limit', `{"nodes":{${keys(1000)}},"list":[${'{},'.repeat(9999)}{}]}`],
    ['with the same key in several objects', '{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":1}]}'],
    ['with texts that look like something else', String.raw`{"a":"{[,\"a\":1","b":"\\","c":["a","a"]}`],
    ['that is no object', '[1, "a", null, true]'],
    ['that is not JSON', '}}]],,"'],
  ])('may be one %s', (_, text) => {
    expect(() => {
      check(text);
    }).not.toThrow();
  });

  test('is read no further than it may be long', () => {
    expect(() => readScenarioFile('/dev/zero')).toThrow(
      '/dev/zero has more than 134217728 bytes; expected at most 134217728',
    );
  });
});
