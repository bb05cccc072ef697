/**
 * The characters that the course is written in, as far as its fonts have them. All others are in the
 * whole fonts, which a page fetches only where it needs one: see `unicode-range` in fonts.css, which says the same.
 */
export const coreCharacters = [
  ...Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)),
  // Of measures and formulas, with the space that does not break.
  ...'\u00a0±²µ·¹×',
  // Of names.
  ...'Üãäèéöü',
  // Of sentences.
  ...'–—‘’“”…−',
].join('');
