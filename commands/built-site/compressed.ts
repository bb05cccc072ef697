import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileAt, type BuiltSite } from './built-site.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html;charset=utf-8',
  css: 'text/css;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  svg: 'image/svg+xml',
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
  const unpacks = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (file === null || type === undefined || !unpacks || request.method !== 'GET') return false;
  const path = join(site.directory, file);
  const changed = statSync(path).mtimeMs;
  let entry = packed.get(path);
  if (entry?.changed !== changed) {
    entry = { changed, bytes: gzipSync(readFileSync(path)) };
    packed.set(path, entry);
  }
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Encoding': 'gzip',
    'Content-Length': entry.bytes.length,
    Vary: 'Accept-Encoding',
  });
  response.end(entry.bytes);
  return true;
}
