/** What a picture needs once the reader does something with it; until then the page goes without. */
export { draw, layOut } from './drawing.ts';
export { linkMarksAt } from './link-marks.ts';
export { sentencesOf, statesAt } from './state.ts';
export { watchesOf } from './watching.ts';
