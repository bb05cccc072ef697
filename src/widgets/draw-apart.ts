import type { Scenario } from '#sim-core';
import type { Lab } from './lab.ts';
import type { ChartPicture, LabPicture } from './picture.ts';
import { askSimulation, listenForLab } from './simulation-client.ts';

/**
 * Draws a lab's picture of a scenario beside the one that the lab shows, such as that of a pinned run.
 * null where the simulation cannot be had.
 */
export function drawApart(lab: Lab, scenario: Scenario, seed: number): Promise<LabPicture | null> {
  // A name of its own, so that the lab's own questions and this one do not make each other stale.
  const apart: Lab = { ...lab, id: `${lab.id}/apart` };
  return new Promise((resolve) => {
    const charts: ChartPicture[] = [];
    let picture: LabPicture | null = null;
    listenForLab(apart.id, (answer) => {
      if (answer.kind === 'error') resolve(null);
      if (answer.kind === 'settled') resolve(picture && { ...picture, charts });
      if (answer.kind !== 'step') return;
      const { step } = answer;
      if (step.kind === 'chart') charts[step.index] = step.chart;
      if (step.kind === 'result') {
        picture = { seed: step.result.seed, sentence: step.sentence, result: step.result, charts };
      }
    });
    try {
      askSimulation({ kind: 'draw', ticket: 1, lab: apart, scenario, seed });
    } catch {
      resolve(null);
    }
  });
}
