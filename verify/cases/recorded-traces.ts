import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The traces of the authors of LIRS, one key a line. They are not ours to hand on, so they
 * stand beside the repository, where they are there at all.
 */
const folder = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'cache-traces');

/** Whether the recorded traces are there. */
export const tracesAreThere = existsSync(folder);

const traces = new Map<string, Int32Array>();

/** The keys of a trace, in the order in which they were asked for. */
export function recordedTrace(name: string): Int32Array {
  let trace = traces.get(name);
  if (trace === undefined) {
    const text = gunzipSync(readFileSync(resolve(folder, `${name}.txt.gz`))).toString();
    traces.set(name, (trace = Int32Array.from(text.trim().split('\n'), Number)));
  }
  return trace;
}
