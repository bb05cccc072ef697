/*
 * MathML by hand: each function makes one element from the markup of its parts, so that
 * a formula reads like the formula and no library is loaded to draw it.
 */

/** A quantity, in italics when it is one letter. */
export function id(name: string): string {
  return `<mi>${escape(name)}</mi>`;
}

/** A number, or anything that is set as one. */
export function num(value: number | string): string {
  return `<mn>${escape(String(value))}</mn>`;
}

/** An operator, a relation or a bracket. */
export function op(sign: string): string {
  return `<mo>${escape(sign)}</mo>`;
}

/** Words or units within a formula. */
export function words(text: string): string {
  return `<mtext>${escape(text)}</mtext>`;
}

/**
 * Parts side by side, as one. A string of one letter or more is a quantity, one that begins with a
 * digit a number, one that is markup stays, and all else is an operator.
 */
export function row(...parts: readonly string[]): string {
  const elements = parts.map((part, place) =>
    part === '−' && /^[=(−≈]?$/.test(parts[place - 1] ?? '') ? '<mo form="prefix">−</mo>' : element(part),
  );
  return `<mrow>${elements.join('')}</mrow>`;
}

export function frac(above: string, below: string): string {
  return `<mfrac>${element(above)}${element(below)}</mfrac>`;
}

export function sub(base: string, index: string): string {
  return `<msub>${element(base)}${element(index)}</msub>`;
}

export function sup(base: string, power: string): string {
  return `<msup>${element(base)}${element(power)}</msup>`;
}

/** A sum from an index below to a limit above; without the limit over all that the index says. */
export function sum(from: string, to?: string): string {
  const sign = '<mo movablelimits="false">∑</mo>';
  return to === undefined
    ? `<munder>${sign}${element(from)}</munder>`
    : `<munderover>${sign}${element(from)}${element(to)}</munderover>`;
}

/** How many ways there are to choose the lower number out of the upper one. */
export function choose(from: string, count: string): string {
  return paren(`<mfrac linethickness="0">${element(from)}${element(count)}</mfrac>`);
}

/** Round brackets that grow with what they hold. */
export function paren(...parts: readonly string[]): string {
  return row('(', ...parts, ')');
}

function element(part: string): string {
  if (part.startsWith('<')) return part;
  if (/^[\p{L}]/u.test(part)) return id(part);
  return /^\d/.test(part) ? num(part) : op(part);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
