import type { Tag } from './html.ts';

/** Something that a page or a style sheet points at. */
export interface Link {
  readonly url: string;
  /** True when the browser fetches it by itself, false when a reader has to follow it. */
  readonly loadedByPage: boolean;
}

const attributesWithUrl = ['href', 'src', 'poster', 'xlink:href', 'data', 'action'];
const attributesOfIslands = ['component-url', 'renderer-url', 'before-hydration-url'];
const relationsToLoad = /\b(stylesheet|icon|preload|modulepreload|manifest|prefetch)\b/;

/** The links of one tag. */
export function linksOf(tag: Tag): Link[] {
  const links: Link[] = [];
  const loadedByPage =
    tag.name === 'link' ? relationsToLoad.test(tag.attributes.rel ?? '') : !/^(a|area|form)$/.test(tag.name);
  for (const name of attributesWithUrl) {
    const url = tag.attributes[name];
    if (url !== undefined && (name !== 'data' || tag.name === 'object')) links.push({ url, loadedByPage });
  }
  if (tag.name === 'astro-island') {
    for (const name of attributesOfIslands) {
      const url = tag.attributes[name];
      if (url !== undefined) links.push({ url, loadedByPage: true });
    }
  }
  for (const candidate of (tag.attributes.srcset ?? '').split(/,\s+/)) {
    const url = candidate.trim().split(/\s+/)[0];
    if (url !== undefined && url !== '') links.push({ url, loadedByPage: true });
  }
  if (tag.name === 'style') links.push(...linksOfStyles(tag.body));
  const refresh = /url=(.+)$/i.exec(
    tag.attributes['http-equiv'] === 'refresh' ? tag.attributes.content! : '',
  );
  if (refresh !== null) links.push({ url: refresh[1]!, loadedByPage: false });
  return links;
}

/** What a style sheet loads. */
export function linksOfStyles(css: string): Link[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => ({
    url: match[1]!,
    loadedByPage: true,
  }));
}

/**
 * Modules that a built module imports statically, as it names them. Imports that
 * run later (`import(…)`) are not among them.
 */
export function staticImportsOf(script: string): string[] {
  const statement = /(?:^|[;}\s/])(?:import|export)\s*(?:[\w$*{][^'"();]*?from\s*)?["']([^"'\n]+)["']/g;
  return [...script.matchAll(statement)].map((match) => match[1]!).filter((name) => /^[./]/.test(name));
}
