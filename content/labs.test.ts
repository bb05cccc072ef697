import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '#sim-core';
import type { LabDescription } from '#widgets';
import { describe, expect, it } from 'vitest';
import { scenarioFor } from '../src/widgets/knobs.ts';
import type { Knob, KnobValue, KnobValues } from '../src/widgets/lab.ts';

const folder = join(import.meta.dirname, 'docs');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('labs.ts'),
);

/** With more a knob does not answer at once on a slow laptop. */
const requestsOfARun = 20_000;

for (const file of files) {
  const labs = Object.values((await import(join(folder, file))) as Record<string, unknown>).filter(isLab);
  describe(file, () => {
    for (const lab of labs) {
      it.each(lab.knobs)(`“${lab.title}”: $label changes the result`, (knob) => {
        expect(changesSomething(lab, knob)).toBe(true);
      });
      // The gallery has one that is meant to be too much.
      it.skipIf(file.startsWith('gallery'))(
        `“${lab.title}”: a run has at most ${requestsOfARun} requests`,
        () => {
          expect(run({ ...lab.scenario, warmUpSeconds: 0 }).overall.arrived).toBeLessThanOrEqual(
            requestsOfARun,
          );
        },
      );
    }
  });
}

/** By itself or, where that shows nothing, with another knob somewhere else than at first. */
function changesSomething(lab: LabDescription, knob: Knob): boolean {
  const others = lab.knobs.filter((other) => other !== knob);
  const settings = [{}, ...others.flatMap((other) => ends(other).map((end) => ({ [other.id]: end })))];
  return settings.some((setting) => changes(lab, knob, setting));
}

function changes(lab: LabDescription, knob: Knob, setting: KnobValues): boolean {
  const before = resultOf(lab, setting);
  return ends(knob).some((end) => resultOf(lab, { ...setting, [knob.id]: end }) !== before);
}

function resultOf(lab: LabDescription, values: KnobValues): string {
  const { nodes, overall } = run(scenarioFor(lab, values));
  return JSON.stringify({ nodes, overall });
}

/** The last place first: where it starts is more often the other one. */
function ends(knob: Knob): readonly KnobValue[] {
  if (knob.kind === 'choice') return knob.options.map(({ value }) => value).toReversed();
  return knob.kind === 'switch' ? [true, false] : [knob.maximum, knob.minimum];
}

function isLab(exported: unknown): exported is LabDescription {
  return typeof exported === 'object' && exported !== null && 'charts' in exported && 'knobs' in exported;
}
