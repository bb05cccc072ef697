/**
 * Serves a built site under a base path until it is stopped.
 *
 *     node commands/serve-built-site.ts dist / 4321
 */
import { openBuiltSite } from './built-site/built-site.ts';
import { serve } from './built-site/server.ts';

try {
  const [directory = 'dist', basePath = '/', port = '4321'] = process.argv.slice(2);
  await serve(openBuiltSite(directory, basePath), Number(port));
  console.log(`${directory} is served at http://localhost:${port}${basePath}`);
} catch (error) {
  console.error(`serve-built-site: ${(error as Error).message}`);
  process.exitCode = 1;
}
