import { formatSeconds } from '../prose/format.ts';

/** A round time without digits that say nothing: '60 s', not '60.0 s'. */
export function periodWords(seconds: number): string {
  return formatSeconds(seconds).replace(/\.0+(?!\d)/, '');
}
