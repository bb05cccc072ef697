/** A font of the course, and what it is cut from. */
export interface FontCut {
  /** Name of the file in `src/fonts/`, without its ending. */
  readonly file: string;
  /** What the font calls itself. The licences keep the names 'Source' and 'Plex' for what was not changed. */
  readonly family: string;
  readonly style: 'Regular' | 'Italic';
  /** A file of a package. */
  readonly from: string;
  /** The weights that the course uses, where the font has all of them in one file. */
  readonly weights?: { readonly min: number; readonly max: number };
}

export const fontCuts: readonly FontCut[] = [
  {
    file: 'headroom-serif',
    family: 'Headroom Serif',
    style: 'Regular',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    weights: { min: 400, max: 700 },
  },
  {
    file: 'headroom-serif-italic',
    family: 'Headroom Serif',
    style: 'Italic',
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  },
  {
    file: 'headroom-sans',
    family: 'Headroom Sans',
    style: 'Regular',
    from: '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
    weights: { min: 400, max: 600 },
  },
  {
    file: 'headroom-mono',
    family: 'Headroom Mono',
    style: 'Regular',
    from: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  },
];
