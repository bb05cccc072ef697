import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import { fileAt, textOf, type BuiltSite } from './built-site.ts';
import { answerCompressed } from './compressed.ts';

/**
 * Serves a built site as a plain static host does: files under the base path,
 * the site's own page for what is not there. Resolves when it listens; rejects
 * when the port (0 to 65,535; 0 takes any) is not free.
 */
export function serve(site: BuiltSite, port: number, host = '127.0.0.1'): Promise<Server> {
  // `dev` reads the folder at each request, so a new build shows without a restart.
  const files = sirv(site.directory, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(
        fileAt(site, `${site.basePath}404.html`) === null ? 'Not found' : textOf(site, '404.html'),
      );
    };
    if (`${pathname}/` === site.basePath || isFolder(site, pathname)) {
      response.writeHead(301, { Location: `${pathname}/${search}` });
      response.end();
    } else if (pathname.startsWith(site.basePath)) {
      if (answerCompressed(site, pathname, request, response)) return;
      request.url = `/${pathname.slice(site.basePath.length)}${search}`;
      files(request, response, notFound);
    } else {
      notFound();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

/** True for the path of a page that lacks the slash at its end. */
function isFolder(site: BuiltSite, pathname: string): boolean {
  return !pathname.endsWith('/') && fileAt(site, pathname) === null && fileAt(site, `${pathname}/`) !== null;
}
