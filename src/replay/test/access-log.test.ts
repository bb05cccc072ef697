import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AccessLogError } from '../access-log-error.ts';
import { AccessLogParser, parseAccessLog } from '../access-log.ts';
import { bytesOf, cut, GOOD_LINE, makeLog } from './make-log.ts';

const parse = (text: string) => parseAccessLog([bytesOf(text)]);
const withTime = (time: string) => GOOD_LINE.replace(/\[.*\]/, `[${time}]`);

describe('a line that can be read', () => {
  test.each([
    ['common', GOOD_LINE],
    ['combined', `${GOOD_LINE} "http://example.com/" "Mozilla/5.0 (X11)"`],
    ['escaped quotes in the agent', `${GOOD_LINE} "-" "odd \\"agent\\" 1.0"`],
    ['carriage return', `${GOOD_LINE}\r`],
    ['byte order mark', `\ufeff${GOOD_LINE}`],
    ['IPv6 host', GOOD_LINE.replace('203.0.113.7', '2001:db8::1')],
    ['host name', GOOD_LINE.replace('203.0.113.7', 'client.example.org')],
    ['no size', GOOD_LINE.replace('2326', '-')],
    ['no status', GOOD_LINE.replace(' 200 ', ' - ')],
    ['user with a space and a bracket', GOOD_LINE.replace('- -', '- Ann [x] Lee')],
    ['empty user in quotes', GOOD_LINE.replace('- -', '- ""')],
    ['request of one dash', GOOD_LINE.replace(/"GET.*1"/, '"-"')],
    ['TLS greeting, escaped', GOOD_LINE.replace(/"GET.*1"/, '"\\x16\\x03\\x01"')],
    ['TLS greeting, raw', GOOD_LINE.replace(/"GET.*1"/, '"\u0016\u0003\u0001"')],
    ['escaped quote in the request', GOOD_LINE.replace('index', 'a\\"b')],
    ['bare quote in the request', GOOD_LINE.replace('index', 'a"b" c')],
    ['empty request', GOOD_LINE.replace(/"GET.*1"/, '""')],
    ['virtual host first', `www.example.org:443 ${GOOD_LINE}`],
    ['leap second', withTime('30/Jun/2015:23:59:60 +0000')],
  ])('%s', (_name, line) => {
    const { summary, arrivalSeconds } = parse(`${line}\n`);
    expect(summary).toMatchObject({ lines: 1, requests: 1, malformed: 0, clients: 1 });
    expect(arrivalSeconds).toHaveLength(1);
  });

  test.each([
    ['17/May/2015:10:05:03 +0000', '2015-05-17T10:05:03Z'],
    ['17/May/2015:10:05:03 -0730', '2015-05-17T17:35:03Z'],
    ['01/Jan/2024:00:30:00 +0200', '2023-12-31T22:30:00Z'],
    ['29/Feb/2000:12:00:00 +0000', '2000-02-29T12:00:00Z'],
    ['29/feb/2024:23:59:59 +0000', '2024-02-29T23:59:59Z'],
    ['31/Dec/1969:23:59:59 +0000', '1969-12-31T23:59:59Z'],
    ['01/Mar/2100:00:00:00 +0545', '2100-02-28T18:15:00Z'],
  ])('time %s', (time, iso) => {
    expect(parse(withTime(time)).summary.firstEpochSeconds).toBe(Date.parse(iso) / 1000);
  });
});

describe('a line that cannot be read', () => {
  test.each([
    ['no-time', 'hello world'],
    ['no-time', GOOD_LINE.replaceAll(/[[\]]/g, '')],
    ['bad-time', withTime('2015-05-17T10:05:03Z')],
    ['bad-time', withTime('31/Apr/2015:10:05:03 +0000')],
    ['bad-time', withTime('29/Feb/2023:10:05:03 +0000')],
    ['bad-time', withTime('29/Feb/1900:10:05:03 +0000')],
    ['bad-time', withTime('00/May/2015:10:05:03 +0000')],
    ['bad-time', withTime('17/Mai/2015:10:05:03 +0000')],
    ['bad-time', withTime('17/May/2015:24:05:03 +0000')],
    ['bad-time', withTime('17/May/2015:10:60:03 +0000')],
    ['bad-time', withTime('17/May/2015:10:05:61 +0000')],
    ['bad-time', withTime('17/May/2015:10:05:03 00000')],
    ['bad-time', GOOD_LINE.slice(0, 40)],
    ['no-fields', GOOD_LINE.replace('- - ', '')],
    ['no-request', GOOD_LINE.slice(0, 45)],
    ['no-request', GOOD_LINE.slice(0, 55)],
    ['no-status', GOOD_LINE.replace(' 200 2326', '')],
    ['no-status', GOOD_LINE.replace('200', 'abc')],
    ['no-size', GOOD_LINE.replace(' 2326', '')],
    ['no-size', GOOD_LINE.replace('2326', 'many')],
    ['too-long', `${'x'.repeat(70_000)}`],
  ])('%s: %s', (fault, line) => {
    const { summary } = parse(`${GOOD_LINE}\n\n${line}\n${GOOD_LINE}\n`);
    expect(summary).toMatchObject({ lines: 4, blankLines: 1, requests: 2, malformed: 1 });
    expect(summary.malformedLines[0]).toMatchObject({ number: 3, fault });
  });

  test('keeps the first five, printable and short', () => {
    const bad = `\u001b[31m${'bad '.repeat(100)}`;
    const { malformedLines, malformed } = parse(
      [GOOD_LINE, ...Array<string>(9).fill(bad)].join('\n'),
    ).summary;
    expect(malformed).toBe(9);
    expect(malformedLines.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
    expect(malformedLines[0]!.excerpt).toMatch(/^·\[31mbad .{80,130}…$/);
  });
});

describe('a log', () => {
  test('counts methods, status classes, bytes and clients', () => {
    const other = GOOD_LINE.replace('203.0.113.7', '198.51.100.1')
      .replace('GET', 'POST')
      .replace('200', '503');
    const { summary } = parse([GOOD_LINE, GOOD_LINE, other, GOOD_LINE.replace(/"GET.*1"/, '"-"')].join('\n'));
    expect(summary.methods).toEqual([
      { method: 'GET', count: 2 },
      { method: 'POST', count: 1 },
    ]);
    expect(summary).toMatchObject({ unreadableRequests: 1, clients: 2, responseBytes: 4 * 2326 });
    expect(summary.statusClasses[2]).toBe(3);
    expect(summary.statusClasses[5]).toBe(1);
  });

  test('sorts and counts lines out of order, and spreads a second over itself', () => {
    const at = (second: string) => withTime(`17/May/2015:10:05:${second} +0000`);
    const { summary, arrivalSeconds } = parse([at('09'), at('03'), at('05'), at('05'), at('11')].join('\n'));
    expect(summary.outOfOrder).toBe(3);
    expect([...arrivalSeconds].map(Math.floor)).toEqual([0, 2, 2, 6, 8]);
    expect([...arrivalSeconds]).toEqual([...arrivalSeconds].sort((a, b) => a - b));
    expect(arrivalSeconds[1]).not.toBe(arrivalSeconds[2]);
  });

  test('a generated one is read whole, its clients counted', () => {
    const { summary } = parse(makeLog(3000));
    expect(summary).toMatchObject({ requests: 3000, malformed: 0, clients: 4 });
    const written = Array.from({ length: 9000 }, (_, i) =>
      GOOD_LINE.replace('203.0.113.7', `10.0.${i >> 8}.${i & 255}`),
    );
    expect(parse(written.join('\n')).summary.clients).toBe(9000);
  });
});

describe('a file that is no log', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['empty', new Uint8Array(), 'empty', /empty/],
    ['blank', bytesOf('\r\n \n'), 'blank', /blank lines/],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 10, 3), 'compressed', /gzip/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x31, 0, 0x30, 0), 'utf-16', /UTF-8/],
    ['picture', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255), 'binary', /not text/],
    ['one line', bytesOf('hello'), 'not-a-log', /^The only line.*“hello”; expected/],
    ['prose', bytesOf('a\n'.repeat(412)), 'not-a-log', /^None of the 412 lines looks like an access log/],
    ['long prose', bytesOf('a\n'.repeat(50_000)), 'not-a-log', /^None of the first 5,000 lines/],
  ])('%s', (_name, bytes, problem, message) => {
    try {
      parseAccessLog([bytes]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AccessLogError);
      expect(error).toMatchObject({ problem, message: expect.stringMatching(message) as unknown });
    }
  });
});

/** The outcome of parsing, the error included, as plain values. */
function outcome(chunks: Iterable<Uint8Array>): unknown {
  try {
    const { summary, arrivalSeconds } = parseAccessLog(chunks);
    return { summary, arrivalSeconds: [...arrivalSeconds] };
  } catch (error) {
    if (error instanceof AccessLogError) return { problem: error.problem, message: error.message };
    throw error;
  }
}

describe('whatever the bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(GOOD_LINE, '\n', '\r\n', '"', ' [', '\\', '\ufeff', ' "GET / HTTP/1.1" 200 ', makeLog(3)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => bytesOf(pieces.join('')));
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), text);
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 });

  test('it throws nothing but an AccessLogError, wherever they are cut', () => {
    fc.assert(
      fc.property(bytes, sizes, (content, cuts) => {
        expect(outcome(cut(content, cuts))).toEqual(outcome([content]));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('long lines may be cut too', () => {
    const content = bytesOf([GOOD_LINE, 'y'.repeat(70_000), 'z'.repeat(65_536), GOOD_LINE].join('\r\n'));
    expect(outcome(cut(content, [1000, 64_000, 7]))).toEqual(outcome([content]));
  });

  test('every line is a request, malformed or blank', () => {
    fc.assert(
      fc.property(text, (content) => {
        const parser = new AccessLogParser();
        parser.push(bytesOf(`${GOOD_LINE}\n`));
        parser.push(content);
        const { summary, arrivalSeconds } = parser.finish();
        expect(summary.lines).toBe(summary.requests + summary.malformed + summary.blankLines);
        expect(arrivalSeconds).toHaveLength(summary.requests);
      }),
      { seed: 1 },
    );
  });
});
