/** Something that stands in a column, or a row, between others. */
export interface Unit {
  readonly key: string;
  readonly size: number;
}

const rounds = 10;

/**
 * Centers of units that keep their order and their distance, each as near as it
 * can be to the middle of its neighbors in the columns beside it.
 * @param neighborsOf keys of the neighbors of a unit, in whatever column.
 * @param gap between two units of a column.
 */
export function stackedCenters(
  columns: readonly (readonly Unit[])[],
  neighborsOf: (key: string) => readonly string[],
  gap: number,
): Map<string, number> {
  const centers = new Map<string, number>();
  for (const column of columns) {
    const total = column.reduce((sum, unit) => sum + unit.size + gap, -gap);
    let top = -total / 2;
    for (const { key, size } of column) {
      centers.set(key, top + size / 2);
      top += size + gap;
    }
  }
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? columns : [...columns].reverse();
    for (const column of order) {
      const wishes = column.map(({ key }) => {
        const neighbors = neighborsOf(key).map((other) => centers.get(other) ?? 0);
        if (neighbors.length === 0) return centers.get(key)!;
        return neighbors.reduce((sum, center) => sum + center, 0) / neighbors.length;
      });
      nearestApart(column, wishes, gap).forEach((center, index) => centers.set(column[index]!.key, center));
    }
  }
  return centers;
}

/** The centers nearest to the wishes, by least squares, that leave the gap: isotonic regression. */
function nearestApart(column: readonly Unit[], wishes: readonly number[], gap: number): number[] {
  // Without the distances that must be kept, centers may only grow.
  const offsets: number[] = [];
  column.forEach((unit, index) => {
    const before = column[index - 1];
    offsets.push(before ? offsets[index - 1]! + (before.size + unit.size) / 2 + gap : 0);
  });
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let pool = { sum: wish - offsets[index]!, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((value, index) => value + offsets[index]!);
}
