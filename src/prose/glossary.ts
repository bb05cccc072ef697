/** Kinds of node that have a hue of their own. */
export const termKinds = [
  'users',
  'edge',
  'balancer',
  'service',
  'cache',
  'data',
  'outside',
  'operations',
] as const;

export type TermKind = (typeof termKinds)[number];

/** A word of the course and what it means. Plain data. */
export interface GlossaryEntry {
  /** As it stands in a sentence: 'load balancer', 'CDN'. Its address is made of it, so it stays. */
  readonly term: string;
  /** Other words and forms for the same, which may stand in a `<Term of>` too. */
  readonly also?: readonly string[];
  /** The hue that it takes, where it is a kind of node or belongs to one. */
  readonly kind?: TermKind;
  /** One or two sentences that somebody understands who has not read the chapter yet. */
  readonly definition: string;
  /** Terms beside which it is understood better. */
  readonly see?: readonly string[];
  /** Slug of the chapter that teaches it. */
  readonly chapter: string;
}

/** The anchor of a term on the glossary's page: 'power of two choices' is 'power-of-two-choices'. */
export function termId(term: string): string {
  return term
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Finds entries by any of their words, whatever the case. */
export class Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly #byWord = new Map<string, GlossaryEntry>();

  /** @throws RangeError when a word stands for two entries, or an entry refers to one that is not there */
  constructor(entries: readonly GlossaryEntry[]) {
    this.entries = [...entries].sort((a, b) => keyOf(a.term).localeCompare(keyOf(b.term), 'en'));
    for (const entry of entries) {
      for (const word of [entry.term, ...(entry.also ?? [])]) {
        const other = this.#byWord.get(keyOf(word));
        if (other !== undefined)
          throw new RangeError(`glossary: "${word}" stands for "${other.term}" and for "${entry.term}"`);
        this.#byWord.set(keyOf(word), entry);
      }
    }
    for (const { term, see = [] } of entries) {
      const missing = see.find((word) => this.find(word) === undefined);
      if (missing !== undefined)
        throw new RangeError(`glossary: "${term}" refers to "${missing}", which is no entry`);
    }
  }

  find(word: string): GlossaryEntry | undefined {
    return this.#byWord.get(keyOf(word));
  }
}

/** Words that a chapter's text marks as terms: what stands in `<Term of="…">`. */
export function termsMarkedIn(source: string): string[] {
  return [...source.matchAll(/<Term\b[^>]*?\bof=(?:"([^"]*)"|'([^']*)'|\{\s*['"]([^'"]*)['"]\s*\})/g)].map(
    ([, double, single, braced]) => double ?? single ?? braced ?? '',
  );
}

/**
 * Holds a chapter to its own list: each of `terms` is an entry of the glossary and is marked in
 * the text at least once. Throws RangeError that names the chapter, the term and what is missing.
 */
export function checkTerms(
  glossary: Glossary,
  chapter: string,
  terms: readonly string[],
  source: string,
): void {
  const marked = new Set(termsMarkedIn(source).map((word) => glossary.find(word)));
  for (const term of terms) {
    const entry = glossary.find(term);
    if (entry === undefined)
      throw new RangeError(
        `chapter "${chapter}": its term "${term}" is not in the glossary; expected an entry in content/glossary/`,
      );
    if (!marked.has(entry))
      throw new RangeError(
        `chapter "${chapter}": its term "${term}" is nowhere in the text; expected <Term of="${entry.term}">`,
      );
  }
}

function keyOf(word: string): string {
  return word.trim().toLowerCase();
}
