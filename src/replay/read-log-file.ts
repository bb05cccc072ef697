import { AccessLogError, compressionOf } from './access-log-error.ts';
import { AccessLogParser, FILE_BYTES_MAXIMUM, type AccessLog } from './access-log.ts';

const PIECE_BYTES = 4 * 1024 * 1024;
/** A small compressed file may hold endless repetition. */
const UNPACKED_BYTES_MAXIMUM = 1024 * 1024 * 1024;

/** What happens while a file is read. */
export interface ReadingOptions {
  /** Called after every piece with the share of the file that is read, 0 to 1, and the requests found. */
  readonly onProgress: (ratio: number, requests: number) => void;
  /** Asked after every piece; true ends the reading. */
  readonly isCancelled: () => boolean;
}

/**
 * Reads an access log piece by piece, never whole into memory; a gzip-compressed
 * one is unpacked on the way. Returns null when cancelled. Throws `AccessLogError`,
 * with a message for the reader, when the file is too large, cannot be read or is no log.
 */
export async function readLogFile(file: File, options: ReadingOptions): Promise<AccessLog | null> {
  if (file.size > FILE_BYTES_MAXIMUM) {
    const size = Math.ceil(file.size / 1024 / 1024).toLocaleString('en');
    throw new AccessLogError(
      'too-large',
      `This file has ${size} MB; at most ${FILE_BYTES_MAXIMUM / 1024 / 1024} MB can be read.`,
    );
  }
  const parser = new AccessLogParser();
  let fileBytes = 0;
  const onFileBytes = (bytes: number) => (fileBytes += bytes);
  const isPacked =
    compressionOf(await firstBytes(file)) === 'gzip' && typeof DecompressionStream === 'function';
  try {
    for await (const piece of isPacked ? unpacked(file, onFileBytes) : pieces(file, onFileBytes)) {
      if (options.isCancelled()) return null;
      parser.push(piece);
      options.onProgress(fileBytes / file.size, parser.requests);
      if (parser.isFull) break;
    }
  } catch (error) {
    if (error instanceof AccessLogError) throw error;
    throw new AccessLogError(
      'unreadable',
      isPacked ? 'This file could not be unpacked: it is damaged or not complete.' : UNREADABLE,
    );
  }
  return options.isCancelled() ? null : parser.finish();
}

const UNREADABLE = 'This could not be read. Is it a folder, or has the file changed meanwhile?';

async function firstBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 8).arrayBuffer());
  } catch {
    throw new AccessLogError('unreadable', UNREADABLE);
  }
}

/** Slices rather than `file.stream()`: its pieces are so small that a large file takes twice as long. */
async function* pieces(file: File, onFileBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
    onFileBytes(piece.length);
    yield piece;
  }
}

async function* unpacked(file: File, onFileBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      onFileBytes(piece.length);
      controller.enqueue(piece);
    },
  });
  const reader = file.stream().pipeThrough(counter).pipeThrough(new DecompressionStream('gzip')).getReader();
  let bytes = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length;
      if (bytes > UNPACKED_BYTES_MAXIMUM) {
        throw new AccessLogError(
          'too-large',
          'Unpacked, this file has more than 1 GB; that is too much to read.',
        );
      }
      yield next.value;
    }
  } finally {
    // Ends the unpacking when the caller stops early; nobody waits for it.
    void reader.cancel().catch(() => undefined);
  }
}
