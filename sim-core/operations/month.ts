/** A month of 730 hours, as clouds bill it, seconds. */
export const MONTH_SECONDS = 730 * 3600;
