/** A start tag of a page that was built. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the tags of a script or style; empty for others. */
  readonly body: string;
}

const startTag =
  /<!--[\s\S]*?-->|<([a-zA-Z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/g;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/** The start tags of a page in order. Text inside scripts, styles and comments is no tag. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  startTag.lastIndex = 0;
  for (let match = startTag.exec(html); match !== null; match = startTag.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    let body = '';
    if (name === 'script' || name === 'style') {
      const end = html.indexOf(`</${name}`, startTag.lastIndex);
      body = html.slice(startTag.lastIndex, end === -1 ? html.length : end);
      startTag.lastIndex = end === -1 ? html.length : end;
    }
    tags.push({ name, attributes: attributesOf(match[2] ?? ''), body });
  }
  return tags;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare] of text.matchAll(attribute)) {
    attributes[name!.toLowerCase()] = unescaped(double ?? single ?? bare ?? '');
  }
  return attributes;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&#x27;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&amp;|&#38;/g, '&');
}
