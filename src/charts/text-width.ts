/*
 * The server cannot measure text, and measuring in the browser would move things
 * after the page is shown. IBM Plex Mono advances exactly 0.6 em; the widths
 * of the sans are rough classes, a little on the wide side.
 */

/** Size of axis text and labels, px. The stylesheet of `ChartFrame.svelte` says the same. */
export const textSizePixels = 11;
/** Height of a line of labels, px. */
export const lineHeightPixels = 14;

/** Width of mono text, px. */
export function monoWidthPixels(text: string): number {
  return text.length * textSizePixels * 0.6;
}

/** About the width of sans text, px. */
export function sansWidthPixels(text: string): number {
  let em = 0;
  for (const character of text) em += widthEm(character);
  return em * (textSizePixels + 0.5) * 1.04;
}

function widthEm(character: string): number {
  if (/[ ,.:;'|!iljI\u00a0]/.test(character)) return 0.27;
  if (/[frt()/-]/.test(character)) return 0.37;
  if (/[mwMW%]/.test(character)) return 0.87;
  return /[A-Z]/.test(character) ? 0.65 : 0.57;
}
