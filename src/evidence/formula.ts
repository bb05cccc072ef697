/** A formula and the same in words. */
export interface FormulaContent {
  /** What stands within a `math` element, an equation each. */
  readonly lines: readonly string[];
  /** The formula as a sentence: for those who do not see it, and for those who do not read formulas. */
  readonly inWords: string;
}
