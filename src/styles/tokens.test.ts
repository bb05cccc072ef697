import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const stylesheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const darkStart = stylesheet.indexOf('@media screen');

const inks = ['ink', 'ink-2', 'ink-3', 'focus', 'failed'];
const hues = ['users', 'edge', 'balancer', 'service', 'cache', 'database', 'outside', 'operations'];
const grounds = ['paper', 'raised', 'shade'];

describe.each([
  ['light', colorsIn(stylesheet.slice(0, darkStart))],
  ['dark', colorsIn(stylesheet.slice(darkStart))],
])('the %s theme', (_, colors) => {
  const color = (name: string): string => colors.get(name) ?? expect.unreachable(`no token ${name}`);

  test.each([...inks, ...hues])('--%s is readable as text on every ground', (name) => {
    for (const ground of grounds) {
      expect.soft(contrast(color(name), color(ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([...hues, 'failed'])('--%s is readable on its own soft tint', (name) => {
    const tint = mix(color(name), color('raised'), 0.08);
    expect(contrast(color(name), tint)).toBeGreaterThanOrEqual(4.5);
  });

  test('--control and the focus ring stand out from every ground', () => {
    for (const ground of grounds) {
      expect.soft(contrast(color('control'), color(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

function colorsIn(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}

function mix(front: string, back: string, share: number): string {
  const behind = channels(back);
  const mixed = channels(front).map((value, index) =>
    Math.round(value * share + behind[index]! * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
