/** Something to be done that has its place among others. */
export interface Task {
  readonly title: string;
  /** Titles of tasks that have to be over before it begins; those that are not wanted are no hindrance. */
  readonly after?: readonly string[];
  /** True when it uses every core by itself, so that nothing should run beside it. */
  readonly takesAllCores?: boolean;
}

/**
 * Runs tasks, at most `atOnce` (1 or more) beside each other: at each moment the first of the list
 * whose time has come. Rejects with what a task rejects with, and throws Error when tasks wait for
 * each other.
 */
export async function runInTurn<Wanted extends Task>(
  tasks: readonly Wanted[],
  atOnce: number,
  perform: (task: Wanted) => Promise<void>,
): Promise<void> {
  const waiting = [...tasks];
  const unfinished = new Set(tasks.map(({ title }) => title));
  const running = new Map<string, Promise<void>>();
  let isAlone = false;
  const mayStart = ({ after = [], takesAllCores = false }: Task) =>
    !isAlone && running.size < (takesAllCores ? 1 : atOnce) && after.every((title) => !unfinished.has(title));

  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.find(mayStart); next !== undefined; next = waiting.find(mayStart)) {
      const { title, takesAllCores = false } = next;
      waiting.splice(waiting.indexOf(next), 1);
      isAlone = takesAllCores;
      running.set(
        title,
        perform(next).then(() => {
          unfinished.delete(title);
          running.delete(title);
          isAlone = false;
        }),
      );
    }
    if (running.size === 0) {
      throw new Error(`these wait for each other: ${waiting.map(({ title }) => title).join(', ')}`);
    }
    await Promise.race(running.values());
  }
}
