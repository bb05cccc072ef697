import { run } from '#sim-core';
import { describe, expect, it } from 'vitest';
import { comparisonSentence, limitOf, outcomeSentence } from '../grade-sentences.ts';
import { grade, gradeInSteps, keeps, scenarioOf } from '../grade.ts';
import { proveExercise } from './exercise-contract.ts';
import { slowServer, slowServerSolution } from './slow-server.ts';

proveExercise(slowServer, slowServerSolution);

describe('grade', () => {
  it('puts the knobs where the answer says, and leaves the rest at the start', () => {
    const scenario = scenarioOf(slowServer, { servers: 6 });
    expect(scenario.nodes.server).toMatchObject({ instances: 6 });
    expect(scenario.nodes.balancer).toMatchObject({ policy: { kind: 'round-robin' } });
    expect(slowServer.scenario.nodes.server).toMatchObject({ instances: 4 });
  });

  it('observes a goal on the seed where it is farthest from being met', () => {
    const { goals } = grade(slowServer, slowServerSolution.values);
    const each = slowServer.seeds.map(
      (seed) => run(scenarioOf(slowServer, slowServerSolution.values), { seed }).overall.latencySecondsP99,
    );
    expect(goals[0]?.observed).toBe(Math.max(...each.map(Number)));
    expect(goals[0]?.seed).toBe(slowServer.seeds[each.indexOf(goals[0]!.observed)]);
  });

  it('yields progress that only rises, up to 1', () => {
    const ratios: number[] = [];
    for (const ratio of gradeInSteps(slowServer, slowServer.start)) ratios.push(ratio);
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    expect(ratios.at(-1)).toBe(1);
  });

  it('does not take what was never observed for met', () => {
    expect(keeps({ metric: 'x', label: 'x', as: 'seconds', atMost: 1 }, null)).toBe(false);
    const [goal] = slowServer.goals;
    const idle = { ...slowServer, goals: [{ ...goal!, metric: 'nodes.server.waitingSecondsP99' }] };
    expect(grade(idle, slowServerSolution.values).goals).toHaveLength(1);
  });
});

describe('sentences', () => {
  const [tail, success, bill] = slowServer.goals;

  it('writes limits with their units', () => {
    expect([limitOf(tail!), limitOf(success!), limitOf(bill!)]).toEqual([
      '≤\u00a0200\u00a0ms',
      '≥\u00a099.9\u00a0%',
      '≤\u00a0$600',
    ]);
  });

  it('says how many goals hold, and calls luck by its name', () => {
    const failed = grade(slowServer, slowServer.start);
    expect(outcomeSentence(slowServer, failed)).toBe('2 of 3 goals hold on every one of 5 seeds.');
    const lucky = { ...failed, goals: failed.goals.map((goal) => ({ ...goal, seedsPassed: 3 })) };
    expect(outcomeSentence(slowServer, lucky)).toContain('holds on 3 only: that is luck.');
    const passed = grade(slowServer, slowServerSolution.values);
    expect(outcomeSentence(slowServer, passed)).toBe('All 3 goals hold on every one of 5 seeds.');
  });

  it.each([
    [540, 'Your monthly bill is $540: nobody is known to have done better.'],
    [637.2, 'Your monthly bill is $637, 18 % more than the best known. Can you find it?'],
    [486, 'Your monthly bill is $486, 10 % less than the best that was known. You have found something new.'],
  ])('compares %d with the best known', (compared, sentence) => {
    expect(comparisonSentence(slowServer.bestKnown!, compared)).toBe(sentence.replace(/ (?=%)/, '\u00a0'));
  });
});
