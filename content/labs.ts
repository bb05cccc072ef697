import type { LabDescription } from '#widgets';

/** A lab, and the page of the course on which it stands. */
export interface LabOnPage {
  readonly lab: LabDescription;
  /** From the root of the course: `/caching/`. */
  readonly path: string;
}

/** Every `labs.ts` of the course, so that a new chapter need not be listed. */
const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./docs/**/labs.ts', { eager: true });

/**
 * All labs of the course, in the order of their pages. Throws RangeError when two have one id: links to
 * them could not be told apart.
 */
export function allLabs(): readonly LabOnPage[] {
  const found = new Map<string, LabOnPage>();
  for (const [file, exported] of Object.entries(modules)) {
    const path = file.replace(/^\.\/docs/, '').replace(/labs\.ts$/, '');
    for (const lab of Object.values(exported).filter(isLab)) {
      const known = found.get(lab.id);
      if (known && known.lab !== lab)
        throw new RangeError(
          `lab "${lab.id}" of ${path}: ${known.path} has one of this id; expected another`,
        );
      found.set(lab.id, known ?? { lab, path });
    }
  }
  return [...found.values()];
}

function isLab(exported: unknown): exported is LabDescription {
  return typeof exported === 'object' && exported !== null && 'charts' in exported && 'knobs' in exported;
}
