/**
 * Reads every page and style sheet of the built site and follows each link, each
 * anchor and each asset: all must lead to a file under the base path, and
 * nothing may be loaded from elsewhere.
 *
 *     node commands/check-links.ts dist /
 */
import {
  addressOf,
  fileAt,
  filesOf,
  openBuiltSite,
  textOf,
  type BuiltSite,
} from './built-site/built-site.ts';
import { tagsOf } from './built-site/html.ts';
import { linksOf, linksOfStyles, staticImportsOf, type Link } from './built-site/links.ts';

/** Any origin does; addresses of the site are compared by it. */
const origin = 'https://course.invalid';

/** Says of each dead link where it stands and what is wrong; empty when all is well. */
function deadLinks(site: BuiltSite): { problems: string[]; checked: number } {
  const anchors = new Map<string, Set<string>>();
  const links: { file: string; link: Link }[] = [];
  for (const file of filesOf(site, '.html')) {
    const tags = tagsOf(textOf(site, file));
    const names = tags.flatMap((tag) => [
      tag.attributes.id,
      tag.name === 'a' ? tag.attributes.name : undefined,
    ]);
    anchors.set(file, new Set(names.filter((name) => name !== undefined)));
    links.push(...tags.flatMap(linksOf).map((link) => ({ file, link })));
  }
  for (const file of filesOf(site, '.css')) {
    links.push(...linksOfStyles(textOf(site, file)).map((link) => ({ file, link })));
  }
  for (const file of filesOf(site, '.js').filter((path) => !path.startsWith('pagefind/'))) {
    const imports = staticImportsOf(textOf(site, file));
    links.push(...imports.map((url) => ({ file, link: { url, loadedByPage: true } })));
  }
  const problems = links.flatMap(({ file, link }) => {
    const problem = problemOf(site, anchors, file, link);
    return problem === null ? [] : [`${file}: ${link.url} ${problem}`];
  });
  return { problems: [...new Set(problems)], checked: links.length };
}

function problemOf(
  site: BuiltSite,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  file: string,
  link: Link,
): string | null {
  if (/^(data|blob|mailto|tel):/.test(link.url)) return null;
  const url = URL.parse(link.url, origin + addressOf(site, file));
  if (url === null) return 'is no address';
  if (url.origin !== origin) return link.loadedByPage ? 'is loaded from another site' : null;
  if (!url.pathname.startsWith(site.basePath)) return `leaves the base path ${site.basePath}`;
  const target = fileAt(site, url.pathname);
  if (target === null) {
    return fileAt(site, `${url.pathname}/`) === null ? 'leads nowhere' : 'lacks the slash at its end';
  }
  const anchor = decodeURIComponent(url.hash.slice(1));
  // A fragment with an equals sign is the state of a widget, not a place on the page.
  if (anchor === '' || anchor === 'top' || anchor.includes('=') || !target.endsWith('.html')) return null;
  return anchors.get(target)!.has(anchor) ? null : 'names an anchor that its page does not have';
}

try {
  const [directory = 'dist', basePath = '/'] = process.argv.slice(2);
  const { problems, checked } = deadLinks(openBuiltSite(directory, basePath));
  for (const problem of problems) console.error(problem);
  console.log(`${checked} links checked under ${basePath}, ${problems.length} dead`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(`check-links: ${(error as Error).message}`);
  process.exitCode = 1;
}
