export type AccessLogProblem =
  | 'empty'
  | 'blank'
  | 'binary'
  | 'compressed'
  | 'utf-16'
  | 'not-a-log'
  | 'too-large'
  | 'too-short'
  | 'unreadable';

/** A file that cannot be replayed; the message is for the reader. */
export class AccessLogError extends Error {
  readonly problem: AccessLogProblem;

  constructor(problem: AccessLogProblem, message: string) {
    super(message);
    this.name = 'AccessLogError';
    this.problem = problem;
  }
}

/** A line as both formats begin, for messages. */
export const EXAMPLE_LINE = '203.0.113.7 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 2326';

/** First bytes of formats that are not text, with the name that people know them by. */
const SIGNATURES: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'gzip', bytes: [0x1f, 0x8b] },
  { name: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { name: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: 'Zstandard', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** Name of the compression that the first bytes of a file speak of, or null. */
export function compressionOf(head: Uint8Array): string | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return found?.name ?? null;
}

/** What to say of a file in which no line could be read. */
export function explainUnreadable(file: {
  readonly head: Uint8Array;
  readonly bytes: number;
  readonly lines: number;
  readonly blankLines: number;
  readonly isWhole: boolean;
  readonly controlRatio: number;
  readonly firstExcerpt: string;
}): AccessLogError {
  const { head, lines } = file;
  if (file.bytes === 0) return new AccessLogError('empty', 'This file is empty.');
  const compression = compressionOf(head);
  if (compression !== null) {
    return new AccessLogError('compressed', `This file is compressed (${compression}). Unpack it first.`);
  }
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return new AccessLogError('utf-16', 'This file is text in UTF-16. Save it as UTF-8 first.');
  }
  if (file.controlRatio > 0.02) {
    return new AccessLogError('binary', 'This file is not text: it holds bytes that no log has.');
  }
  const count = lines - file.blankLines;
  if (count === 0) return new AccessLogError('blank', 'This file holds nothing but blank lines.');
  const which =
    count === 1
      ? 'The only line of this file does not look'
      : `None of the ${file.isWhole ? '' : 'first '}${count.toLocaleString('en')} lines looks`;
  const what = count === 1 ? 'It is' : 'The first is';
  return new AccessLogError(
    'not-a-log',
    `${which} like an access log. ${what} “${file.firstExcerpt}”; expected something like “${EXAMPLE_LINE}”.`,
  );
}
