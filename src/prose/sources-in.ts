/** A stretch of a source's text: plain, in italics, code, or a link. */
export interface SourcePart {
  readonly text: string;
  readonly as?: 'emphasis' | 'code';
  readonly href?: string;
}

/** What is said in a list of sources without being one. */
const remark = 'What the model leaves out';

/**
 * The sources that a chapter's text lists between `<Sources>` and `</Sources>`, in order: each item of
 * the list, without those that are remarks about the model.
 */
export function sourcesIn(text: string): string[] {
  const lists = [...text.matchAll(/<Sources\b[^>]*>([\s\S]*?)<\/Sources>/g)].map(([, list = '']) => list);
  return lists
    .flatMap((list) => list.split(/^[-*] /m).slice(1))
    .map((item) => item.replaceAll(/\s+/g, ' ').trim())
    .filter((item) => item !== '' && !item.startsWith(remark));
}

const inline = /\[([^\]]+)\]\(([^)\s]+)\)|\*([^*]+)\*|_([^_]+)_(?!\w)|`([^`]+)`|<(https?:[^>]+)>/g;

/** The little Markdown that a source needs: links, emphasis, code. */
export function partsOfSource(source: string): SourcePart[] {
  const parts: SourcePart[] = [];
  let end = 0;
  for (const match of source.matchAll(inline)) {
    const [whole, label, href, starred, underscored, code, address] = match;
    if (match.index > end) parts.push({ text: source.slice(end, match.index) });
    const emphasis = starred ?? underscored;
    if (label !== undefined) parts.push({ text: label.replaceAll(/[*_]/g, ''), href: href ?? '' });
    else if (address !== undefined) parts.push({ text: address, href: address });
    else if (emphasis !== undefined) parts.push({ text: emphasis, as: 'emphasis' });
    else parts.push({ text: code ?? '', as: 'code' });
    end = match.index + whole.length;
  }
  if (end < source.length) parts.push({ text: source.slice(end) });
  return parts;
}
