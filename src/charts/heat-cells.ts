/** Shades that the eye can tell apart. */
export const shades = 6;

/** A stretch of one row in one shade. */
export interface HeatCell {
  readonly row: number;
  readonly from: number;
  /** Buckets that it covers. */
  readonly length: number;
  /** 1 to `shades`; what is 0 or was not observed has no cell. */
  readonly shade: number;
}

/** Neighbours of the same shade in one cell: a few hundred shapes instead of thousands. */
export function heatCells(rows: readonly (readonly (number | null)[])[], maximum: number): HeatCell[] {
  return rows.flatMap((values, row) => {
    const cells: HeatCell[] = [];
    values.forEach((value, from) => {
      const shade =
        value === null || maximum <= 0 ? 0 : Math.min(shades, Math.round((value / maximum) * shades));
      const last = cells.at(-1);
      if (shade <= 0) return;
      if (last?.shade === shade && last.from + last.length === from)
        cells[cells.length - 1] = { ...last, length: last.length + 1 };
      else cells.push({ row, from, length: 1, shade });
    });
    return cells;
  });
}
