import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { checkScenarioText, MOST_BYTES } from './scenario-text.ts';

/** The JSON value in a file, `-` being standard input; throws an Error that says why it could not be had. */
export function readScenarioFile(file: string): unknown {
  const name = file === '-' ? 'standard input' : file;
  const bytes = readBytes(file, name);
  const text = (): string => bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (bytes.length < 1000 && text().trim() === '')
    throw new Error(`${name} is empty; expected a scenario as JSON`);
  checkScenarioText(bytes);
  try {
    return JSON.parse(text());
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function readBytes(file: string, name: string): Buffer {
  try {
    const descriptor = file === '-' ? 0 : openSync(file, 'r');
    try {
      return contentOf(descriptor, name);
    } finally {
      if (descriptor !== 0) closeSync(descriptor);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'reading it is not permitted',
    };
    throw code === undefined
      ? error
      : new Error(`cannot read ${name}: ${reasons[code] ?? message}`, { cause: error });
  }
}

/** Reads until the end, but no more than may be: a pipe or a device may never end. */
function contentOf(descriptor: number, name: string): Buffer {
  const { size } = fstatSync(descriptor);
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    if (Math.max(size, total) > MOST_BYTES) {
      const much = size > MOST_BYTES ? `${size} bytes` : `more than ${MOST_BYTES} bytes`;
      throw new Error(`${name} has ${much}; expected at most ${MOST_BYTES}`);
    }
    const piece = Buffer.allocUnsafe(Math.max(65_536, size - total));
    const count = readSync(descriptor, piece);
    if (count === 0) return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces.push(piece.subarray(0, count));
    total += count;
  }
}
