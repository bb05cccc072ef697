/** A row of a chart: what is now, what was in the pinned run, or both. */
export interface PairedRow<Item> {
  readonly label: string;
  readonly now: Item | null;
  readonly pinned: Item | null;
}

/**
 * Puts what a pinned run had beside what is there now: the first 'Cache' beside the first, the second beside the
 * second, where `keyOf` says what is the same. What is no longer there has rows of its own after the others.
 */
export function pairedRows<Item extends { readonly label: string }>(
  now: readonly Item[],
  pinned: readonly Item[],
  keyOf: (item: Item) => string = ({ label }) => label,
): PairedRow<Item>[] {
  const left = [...pinned];
  const rows = now.map((item): PairedRow<Item> => {
    const place = left.findIndex((each) => keyOf(each) === keyOf(item));
    const [before = null] = place < 0 ? [] : left.splice(place, 1);
    return { label: item.label, now: item, pinned: before };
  });
  return [...rows, ...left.map((item) => ({ label: item.label, now: null, pinned: item }))];
}
