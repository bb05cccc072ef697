import lighthouse, { desktopConfig } from 'lighthouse';

/** Scores from 0 to 100, and what kept one below 100. */
export interface Scores {
  readonly device: 'mobile' | 'desktop';
  readonly performance: number | null;
  readonly accessibility: number | null;
  readonly bestPractices: number | null;
  readonly seo: number | null;
  readonly fallsShort: readonly string[];
}

/** Runs Lighthouse in the browser that listens on this port for developer tools. */
export async function score(url: string, port: number, device: Scores['device']): Promise<Scores> {
  const outcome = await lighthouse(
    url,
    { port, output: 'json', logLevel: 'error' },
    device === 'desktop' ? desktopConfig : undefined,
  );
  if (outcome === undefined) throw new Error(`Lighthouse gave no report on ${url}`);
  const { categories, audits } = outcome.lhr;
  const scoreOf = (id: string) => {
    const value = categories[id]?.score ?? null;
    return value === null ? null : Math.round(value * 100);
  };
  const weighty = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  const fallsShort = [...new Set(weighty)].flatMap((id) => {
    const audit = audits[id];
    if (typeof audit?.score !== 'number' || audit.score >= 0.995) return [];
    return [`${id} ${audit.displayValue ?? ''}`.trim()];
  });
  return {
    device,
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    bestPractices: scoreOf('best-practices'),
    seo: scoreOf('seo'),
    fallsShort,
  };
}
