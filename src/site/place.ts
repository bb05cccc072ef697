/** Where a reader was last: a section of a chapter. `Resume.astro` offers the way back. */
export interface Place {
  /** Slug of the chapter, and its name. */
  readonly chapter: string;
  readonly title: string;
  /** Anchor of the section and its heading; both empty at the top. */
  readonly anchor: string;
  readonly section: string;
}

/** Where the place lies in the browser. */
const placeKey = 'headroom.place.v1';

/** Remembers where the reader is. Where storage is full or forbidden, nothing is kept and nothing is said. */
export function keepPlace(place: Place): void {
  try {
    localStorage.setItem(placeKey, JSON.stringify(place));
  } catch {
    // The course can be read without it.
  }
}
