import { expect, type Locator } from '@playwright/test';
import type { ChoiceKnob, LabDescription, RangeKnob, SwitchKnob } from '#widgets';

export type Knob = LabDescription['knobs'][number];
export type KnobValue = number | string | boolean;

/** The control of a knob, by its label. */
export function control(panel: Locator, knob: Knob): Locator {
  if (knob.kind === 'choice') return panel.getByRole('group', { name: knob.label, exact: true });
  return panel.getByRole(knob.kind === 'range' ? 'slider' : 'switch', { name: knob.label, exact: true });
}

/** What a reader is told of where a knob stands. */
export async function position(panel: Locator, knob: Knob): Promise<string> {
  const element = control(panel, knob);
  if (knob.kind === 'range') return (await element.getAttribute('aria-valuetext')) ?? '';
  if (knob.kind === 'switch') return (await element.getAttribute('aria-checked')) ?? '';
  for (const { label } of knob.options) {
    if (await option(panel, knob, label).isChecked()) return label;
  }
  return '';
}

/**
 * Brings a knob to a value: a range to its ends by keyboard, to what lies between as a drag of the mouse
 * does, without the hundred steps (and runs) that its arrow keys would take.
 */
export async function turnTo(panel: Locator, knob: Knob, value: KnobValue): Promise<void> {
  if (knob.kind === 'choice') await choose(panel, knob, value);
  else if (knob.kind === 'switch') await flip(control(panel, knob), knob, value);
  else if (knob.scale === 'log') await halve(control(panel, knob), knob, Number(value));
  else await slide(control(panel, knob), knob, Number(value));
}

/** Every place where a knob is worth looking: the ends of a range, each option of a choice. */
export function placesOf(knob: Knob): readonly KnobValue[] {
  if (knob.kind === 'choice') return knob.options.map(({ value }) => value);
  return knob.kind === 'switch' ? [true, false] : [knob.minimum, knob.maximum];
}

function option(panel: Locator, knob: ChoiceKnob, label: string): Locator {
  return control(panel, knob).getByRole('radio', { name: label, exact: true });
}

async function choose(panel: Locator, knob: ChoiceKnob, value: KnobValue): Promise<void> {
  const labels = knob.options.map(({ label }) => label);
  const wanted = knob.options.findIndex((each) => each.value === value);
  const standing = labels.indexOf(await position(panel, knob));
  expect(wanted, `the option ${String(value)} of “${knob.label}”`).toBeGreaterThanOrEqual(0);
  await option(panel, knob, labels[standing]!).focus();
  const key = wanted > standing ? 'ArrowRight' : 'ArrowLeft';
  for (let steps = Math.abs(wanted - standing); steps > 0; steps--) await panel.page().keyboard.press(key);
  await expect(option(panel, knob, labels[wanted]!)).toBeChecked();
}

async function flip(element: Locator, _knob: SwitchKnob, value: KnobValue): Promise<void> {
  await element.focus();
  if ((await element.getAttribute('aria-checked')) !== String(value)) await element.press('Space');
  await expect(element).toHaveAttribute('aria-checked', String(value));
}

/** A line of even steps. */
async function slide(element: Locator, knob: RangeKnob, value: number): Promise<void> {
  if (value === knob.minimum) await element.press('Home');
  else if (value === knob.maximum) await element.press('End');
  else await element.fill(String(value));
  expect(Number(await element.inputValue()), `“${knob.label}”`).toBeCloseTo(value, 6);
}

/** A line of uneven steps, read off what it says of itself: halves the part of it where the value must be. */
async function halve(element: Locator, knob: RangeKnob, value: number): Promise<void> {
  // Memory is kept in megabytes and written with the unit that reads best.
  const base = knob.path.endsWith('Megabytes') ? 1e6 : 1;
  const read = async () => amountIn((await element.getAttribute('aria-valuetext')) ?? '') / base;
  if (value === knob.minimum) await element.press('Home');
  if (value === knob.maximum) await element.press('End');
  let low = 0;
  let high = Number(await element.getAttribute('max'));
  let at = await read();
  while (Math.abs(at / value - 1) > 0.001 && low <= high) {
    const middle = Math.floor((low + high) / 2);
    await element.fill(String(middle));
    at = await read();
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  // Where it stood is among its places only as long as it stands there, which may shift the rest by one.
  for (let steps = 0; steps < 2 && Math.abs(at / value - 1) > 0.001; steps++) {
    await element.press(at < value ? 'ArrowRight' : 'ArrowLeft');
    at = await read();
  }
  expect(at / value, `a knob that should stand at ${value} stands at ${at}`).toBeCloseTo(1, 2);
}

/** A number with its unit, as the page writes it, in the base unit: '40 ms' is 0.04, '1,000' is 1000. */
export function amountIn(text: string): number {
  const [, digits = '', unit = ''] = /([\d.,]+)\s*(µs|ms|min|%|kB|MB|GB|TB)?/.exec(text) ?? [];
  const factors: Readonly<Record<string, number>> = {
    µs: 1e-6,
    ms: 1e-3,
    min: 60,
    '%': 0.01,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
  };
  return Number(digits.replaceAll(',', '')) * (factors[unit] ?? 1);
}
