/**
 * Grades an answer to an exercise, on its own seeds or on many, and says which seeds are hard.
 *
 *     npm run --silent grade -- load-balancing/slow-server policy=random servers=5 --seeds 300
 *
 * What is wrong with an argument is said in one line on standard error, and the exit code is 1.
 */
import { exercises } from '#exercises';
import { grade } from '#grading';
import { type GradeArguments, parseArguments, usageText } from './grading/arguments.ts';
import { hardSeeds } from './grading/hard-seeds.ts';
import { numeral, table } from './simulation/table.ts';

/** A line a goal, and the seeds to list. */
function reportOf({ exercise, values, seeds }: GradeArguments): string {
  const { goals, bestKnown } = exercise;
  const grades = seeds.map((seed) => grade(exercise, values, [seed]));
  const observed = goals.map((_, place) => grades.map((each) => each.goals[place]?.observed ?? null));
  const rows = goals.map((goal, place) => {
    const numbers = (observed[place] ?? []).filter((value) => value !== null);
    const holds = grades.filter((each) => each.goals[place]?.passed).length;
    return [
      goal.metric,
      numeral(numbers.length === 0 ? null : Math.min(...numbers)),
      numeral(numbers.length === 0 ? null : Math.max(...numbers)),
      goal.atMost === undefined ? `≥ ${numeral(goal.atLeast ?? null)}` : `≤ ${numeral(goal.atMost)}`,
      `${holds} of ${seeds.length}`,
    ];
  });
  const passed = grades.filter((each) => each.passed).length;
  const positions = Object.entries({ ...exercise.start, ...values }).map(([id, at]) => `${id}=${at}`);
  return [
    `${exercise.id} with ${positions.join(' ')}`,
    '',
    table([['', 'least', 'most', 'goal', 'holds on'], ...rows]),
    '',
    `All goals hold on ${passed} of ${seeds.length} seeds.`,
    `Hardest seeds: ${hardSeeds(goals, observed, seeds, 5).join(', ')}`,
    ...(bestKnown ? [`${bestKnown.metric}: ${worstOf(grades.map((each) => each.compared))}`] : []),
    '',
  ].join('\n');
}

function worstOf(compared: readonly (number | null)[]): string {
  return `${Math.max(...compared.map((value) => value ?? Infinity))} on the worst of them`;
}

try {
  const words = process.argv.slice(2);
  if (words.includes('--help')) process.stdout.write(usageText);
  else process.stdout.write(reportOf(parseArguments(words, exercises)));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`grade: ${message.replaceAll(/\s+/g, ' ').trim()}\n`);
  process.exitCode = 1;
}
