/**
 * Moves labels apart along one direction, each as little as possible, in the order
 * in which they want to be.
 *
 * @param wanted where each label would like its middle to be, px.
 * @param gap smallest distance between two middles, px.
 * @param limit range for the middles, px. Labels that cannot all fit are spread evenly over it.
 * @returns the middles, in the order of `wanted`.
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  limit: { readonly from: number; readonly to: number },
): number[] {
  const room = limit.to - limit.from;
  const distance = wanted.length > 1 ? Math.min(gap, room / (wanted.length - 1)) : gap;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  // Neighbours that touch form a cluster, which sits where its members want to be on average.
  const clusters: { members: number[]; start: number }[] = [];
  for (const index of order) {
    clusters.push(placed([index]));
    for (;;) {
      const last = clusters.at(-1);
      const before = clusters.at(-2);
      if (last === undefined || before === undefined) break;
      if (before.start + before.members.length * distance <= last.start + 1e-9) break;
      clusters.splice(-2, 2, placed([...before.members, ...last.members]));
    }
  }
  const result = new Array<number>(wanted.length).fill(0);
  for (const { members, start } of clusters) {
    members.forEach((index, place) => (result[index] = start + place * distance));
  }
  return result;

  function placed(members: number[]): { members: number[]; start: number } {
    const length = (members.length - 1) * distance;
    const sum = members.reduce((total, index, place) => total + (wanted[index] ?? 0) - place * distance, 0);
    const start = Math.max(limit.from, Math.min(limit.to - length, sum / members.length));
    return { members, start };
  }
}
