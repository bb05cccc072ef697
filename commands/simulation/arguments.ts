import { parseArgs } from 'node:util';

/** What the `sim` command was asked to do. */
export interface SimArguments {
  /** Path of the scenario; `-` is standard input. */
  readonly file: string;
  /** Overrides the scenario's own seed; an integer from 0 to 4,294,967,295. */
  readonly seed?: number;
  /** How often it is run, with another seed each; 1 to 10,000. */
  readonly replications: number;
  readonly json: boolean;
}

const usage = 'npm run --silent sim -- FILE.json [--seed N] [--replications N] [--json]';

/** What `--help` prints. */
export const usageText = `${usage}

Runs a scenario, a JSON file, and reports what came out. FILE.json may be - for standard input.

  --seed N          another seed than the scenario's, an integer from 0 to 4,294,967,295
  --replications N  so many runs with a seed each, 1 to 10,000, and 95 % intervals
  --json            the whole result as JSON
  --help            this text

sim-core/model.md describes every key of a scenario.
`;

/** Reads the command line; throws an Error that names the argument at fault. */
export function parseArguments(words: readonly string[]): SimArguments {
  const { values, positionals } = parse(words);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Error(`no scenario is named; usage: ${usage}`);
  if (more.length > 0) throw new Error(`"${more[0]}" is one file too many; usage: ${usage}`);
  const seed = integer('--seed', values.seed, 0, 4_294_967_295);
  return {
    file,
    ...(seed === undefined ? {} : { seed }),
    replications: integer('--replications', values.replications, 1, 10_000) ?? 1,
    json: values.json,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: joinNegativeValues(words),
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        replications: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Node adds advice after the first sentence.
    throw new Error(`${(error as Error).message.split('. ')[0]}; usage: ${usage}`, { cause: error });
  }
}

/** `--seed -1` → `--seed=-1`, else Node takes the number for another flag. */
function joinNegativeValues(words: readonly string[]): string[] {
  return words.reduce<string[]>((joined, word) => {
    const flag = joined.at(-1);
    if (/^-\d/.test(word) && flag !== undefined && /^--\w+$/.test(flag)) {
      return [...joined.slice(0, -1), `${flag}=${word}`];
    }
    return [...joined, word];
  }, []);
}

function integer(
  name: string,
  text: string | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new Error(`${name} is "${text}"; expected an integer from ${minimum} to ${maximum}`);
}
