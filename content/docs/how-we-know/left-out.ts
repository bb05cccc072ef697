/** A piece of a sentence: set plainly, emphasized or as code. */
export interface Run {
  readonly text: string;
  readonly kind: 'plain' | 'strong' | 'emphasis' | 'code';
}

const marks = /\*\*([^*]+)\*\*|`([^`]+)`|(?<![\w])_([^_]+)_(?![\w])/g;

/**
 * The entries of the section _What is left out_ of the model's description, so that the page
 * says what the description says.
 *
 * @throws Error when there is no such section or it has no list.
 */
export function leftOut(description: string): Run[][] {
  const section = /^## What is left out\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(description)?.[1];
  const entries = section
    ?.split(/^- /m)
    .slice(1)
    .map((entry) =>
      runsOf(
        entry
          .split(/\n\s*\n/)[0]!
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    );
  if (entries === undefined || entries.length === 0) {
    throw new Error('the description of the model has no list under "What is left out"');
  }
  return entries;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, strong, code, emphasis] = match;
    if (match.index > end) runs.push({ text: text.slice(end, match.index), kind: 'plain' });
    if (strong !== undefined) runs.push({ text: strong, kind: 'strong' });
    else if (code !== undefined) runs.push({ text: code, kind: 'code' });
    else runs.push({ text: emphasis!, kind: 'emphasis' });
    end = match.index + whole.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), kind: 'plain' });
  return runs;
}
