const units = 'ns|µs|ms|s|min|kB|MB|GB|TiB|km|Mbit/s|%|million';
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const loose = new RegExp(
  String.raw`(?<=\d) (?=(?:${units}|${months})(?!\w))|(?<=\b(?:[Cc]hapter|RFC)) (?=\d)`,
  'g',
);

/** The same words, with no line break between a number and what it counts or names: '14 kB', '1 August', 'chapter 5'. */
export function bindUnits(text: string): string {
  return text.replaceAll(loose, '\u00a0');
}
