import { parseArgs } from 'node:util';
import { checkStop } from '#grading';
import type { ExerciseDescription } from '#widgets';

/** What the `grade` command was asked to do. */
export interface GradeArguments {
  readonly exercise: ExerciseDescription;
  /** Knobs that leave the start, by id. */
  readonly values: ExerciseDescription['start'];
  readonly seeds: readonly number[];
}

const usage = 'npm run --silent grade -- CHAPTER/EXERCISE [KNOB=POSITION …] [--seeds N]';

/** What `--help` prints. */
export const usageText = `${usage}

Grades an answer to an exercise: its knobs at these positions, the others where they start.

  --seeds N   on the seeds 1 to N (at most 10,000) instead of the five that it lists
  --help      this text
`;

/** Reads the command line; throws an Error that names the argument at fault and what is allowed. */
export function parseArguments(
  words: readonly string[],
  exercises: readonly ExerciseDescription[],
): GradeArguments {
  const { values: flags, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { seeds: { type: 'string' } },
  });
  const [id, ...settings] = positionals;
  if (id === undefined) throw new Error(`no exercise is named; usage: ${usage}`);
  const exercise = exercises.find((each) => each.id === id);
  if (exercise === undefined)
    throw new Error(`exercise is "${id}"; expected one of ${exercises.map((each) => each.id).join(', ')}`);
  const values = Object.fromEntries(settings.map((setting) => positionIn(exercise, setting)));
  return { exercise, values, seeds: flags.seeds === undefined ? exercise.seeds : seedsUpTo(flags.seeds) };
}

function seedsUpTo(word: string): readonly number[] {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new Error(`--seeds is "${word}"; expected an integer from 1 to 10,000`);
  return Array.from({ length: count }, (_, index) => index + 1);
}

function positionIn(exercise: ExerciseDescription, setting: string): [string, number | string | boolean] {
  const [id = '', word = ''] = setting.split('=');
  const knob = exercise.knobs.find((each) => each.id === id);
  if (knob === undefined) {
    const known = exercise.knobs.map((each) => each.id).join(', ');
    throw new Error(`"${setting}" names no knob; expected one of ${known}, as KNOB=POSITION`);
  }
  if (knob.kind === 'range') {
    const value = Number(word);
    if (word === '' || !(value >= knob.minimum && value <= knob.maximum))
      throw new Error(`${id} is "${word}"; expected a number from ${knob.minimum} to ${knob.maximum}`);
    checkStop(knob, Number(exercise.start[id]), value);
    return [id, value];
  }
  const allowed = knob.kind === 'switch' ? ['true', 'false'] : knob.options.map(({ value }) => value);
  if (!allowed.includes(word)) throw new Error(`${id} is "${word}"; expected one of ${allowed.join(', ')}`);
  return [id, knob.kind === 'switch' ? word === 'true' : word];
}
