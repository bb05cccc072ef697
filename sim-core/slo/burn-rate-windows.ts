/** Two windows over which an error budget must burn too fast for an alert. */
export interface BurnRateWindows {
  /** Whether somebody is woken up or finds it in the morning. */
  readonly severity: 'page' | 'ticket';
  /** How many times faster than the objective allows. */
  readonly burnRate: number;
  /** Long enough to be worth an alert. */
  readonly longWindowSeconds: number;
  /** Short enough that the alert ends soon after the incident: a twelfth of the long one. */
  readonly shortWindowSeconds: number;
}

const HOUR = 3600;
const WORKBOOK_PERIOD_SECONDS = 30 * 24 * HOUR;

const workbookWindows: readonly BurnRateWindows[] = [
  { severity: 'page', burnRate: 14.4, longWindowSeconds: HOUR, shortWindowSeconds: HOUR / 12 },
  { severity: 'page', burnRate: 6, longWindowSeconds: 6 * HOUR, shortWindowSeconds: HOUR / 2 },
  { severity: 'ticket', burnRate: 1, longWindowSeconds: 72 * HOUR, shortWindowSeconds: 6 * HOUR },
];

/**
 * The recommended windows: 2 % of the budget in an hour, 5 % in six hours, 10 % in three
 * days. For another period than 30 days the windows shrink or grow with it, so that they
 * stand for the same shares of the budget, and a month fits into minutes. Lesson: alerts.
 * @param periodSeconds of the objective, above 0; default 30 days.
 * Source: Beyer et al., The Site Reliability Workbook, 2018, chapter 5, table 5-8.
 */
export function burnRateWindows(periodSeconds: number = WORKBOOK_PERIOD_SECONDS): readonly BurnRateWindows[] {
  const scale = periodSeconds / WORKBOOK_PERIOD_SECONDS;
  return workbookWindows.map((windows) => ({
    ...windows,
    longWindowSeconds: windows.longWindowSeconds * scale,
    shortWindowSeconds: windows.shortWindowSeconds * scale,
  }));
}
