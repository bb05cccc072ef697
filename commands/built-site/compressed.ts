import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileAt, type BuiltSite } from './built-site.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html;charset=utf-8',
  css: 'text/css;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** Ways to pack, the best first. Brotli as hosts do it that pack while they answer; packed ahead it is a seventh less. */
const packers: Readonly<Record<string, (text: Buffer) => Buffer>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => gzipSync(text),
};
const packed = new Map<string, { readonly changed: number; readonly bytes: Buffer }>();

/** Answers with a file of text packed, as hosts do; false when it is none, or the browser cannot unpack. */
export function answerCompressed(
  site: BuiltSite,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const file = fileAt(site, pathname);
  const type = types[file?.split('.').at(-1) ?? ''];
  const unpacks = String(request.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
  const packing = Object.keys(packers).find((name) => unpacks.includes(name));
  if (file === null || type === undefined || packing === undefined || request.method !== 'GET') return false;
  const path = join(site.directory, file);
  const changed = statSync(path).mtimeMs;
  const key = `${packing} ${path}`;
  let entry = packed.get(key);
  if (entry?.changed !== changed) {
    entry = { changed, bytes: packers[packing]!(readFileSync(path)) };
    packed.set(key, entry);
  }
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Encoding': packing,
    'Content-Length': entry.bytes.length,
    Vary: 'Accept-Encoding',
  });
  response.end(entry.bytes);
  return true;
}
