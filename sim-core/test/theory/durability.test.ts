import { expect, it } from 'vitest';
import { annualLossProbability, meanYearsToLoss } from '#theory';

it('is one disk’s life for a single copy', () => {
  const single = { copies: 1, diskFailuresPerYear: 0.02, repairSeconds: 3600 };
  expect(meanYearsToLoss(single)).toBeCloseTo(50, 12);
  expect(annualLossProbability(single)).toBeCloseTo(1 - Math.exp(-0.02), 12);
});

it('of two copies is (3 λ + μ) / (2 λ²)', () => {
  const [failures, repairs] = [0.5, 100];
  const two = { copies: 2, diskFailuresPerYear: failures, repairSeconds: 31_536_000 / repairs };
  expect(meanYearsToLoss(two)).toBeCloseTo((3 * failures + repairs) / (2 * failures ** 2), 8);
});

it('of three copies is what the chain’s linear equations say', () => {
  const [l, m] = [0.7, 40];
  // h(0) = 1/3λ + h(1); h(1)(2λ + μ) = 1 + 2λ h(2) + μ h(0); h(2)(λ + 2μ) = 1 + 2μ h(1)
  const b = 1 / (3 * l);
  const h1 = (1 + (2 * l) / (l + 2 * m) + m * b) / (2 * l - (2 * l * 2 * m) / (l + 2 * m));
  expect(meanYearsToLoss({ copies: 3, diskFailuresPerYear: l, repairSeconds: 31_536_000 / m })).toBeCloseTo(
    b + h1,
    6,
  );
});

it('gains some five nines with each copy at an hour’s repair, and loses them with slow repairs', () => {
  const loss = (copies: number, repairSeconds: number): number =>
    annualLossProbability({ copies, diskFailuresPerYear: 0.02, repairSeconds });
  expect(loss(2, 3600) / loss(3, 3600)).toBeGreaterThan(1e5);
  expect(loss(3, 3600)).toBeLessThan(1e-11);
  expect(loss(3, 86_400 * 30)).toBeGreaterThan(1e-8);
});

it('is a probability at the bounds too', () => {
  const least = Number.MIN_VALUE;
  for (const diskFailuresPerYear of [least, 1000]) {
    for (const repairSeconds of [least, 31_536_000]) {
      const loss = annualLossProbability({ copies: 10, diskFailuresPerYear, repairSeconds });
      expect(loss).toBeCloseTo(diskFailuresPerYear === 1000 && repairSeconds > 1 ? 1 : 0, 6);
    }
  }
});

it('refuses what makes no sense', () => {
  const refused = (part: object): string => {
    try {
      annualLossProbability({ copies: 3, diskFailuresPerYear: 0.02, repairSeconds: 1, ...part });
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(refused({ copies: 0 })).toBe('durability: copies is 0; expected an integer from 1 to 100');
  expect(refused({ diskFailuresPerYear: 0 })).toContain('expected a number above 0');
  expect(refused({ repairSeconds: -1 })).toContain('expected a number above 0');
});
