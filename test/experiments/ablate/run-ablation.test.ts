import { afterEach, describe, expect, it } from 'vitest';
import { parseSuite } from '../../../src/experiments/ablate/parse-suite.js';
import { readSuite } from '../../../src/experiments/ablate/read-suite.js';
import { createRequestLedger } from '../../../src/experiments/request-ledger.js';
import { runAblation } from '../../../src/experiments/ablate/run-ablation.js';
import { ablationReportSchema, type AblationReport } from '../../../src/metrics/index.js';
import type { ProblemRecord } from '../../../src/schema/index.js';
import { setUpFamily } from '../../../src/verifiers/set-up-family.js';
import { startSimulatedServer, type SimulatedServer } from '../../helpers/simulated-server/start-simulated-server.js';
import { answerByContent } from './answer-by-content.js';
import { makeLabelledProblems, openLabelledImage } from './make-labelled-problems.js';
import { createMemoryAnswers } from '../../helpers/memory-answers.js';
import { runSuite } from './run-suite.js';

const servers: SimulatedServer[] = [];
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())); });

async function start(): Promise<SimulatedServer> {
  const server = await startSimulatedServer({ kind: 'vllm', truth: answerByContent });
  servers.push(server);
  return server;
}

const strip = ({ name, figures, unscoredSteps, noEvidenceSteps }: AblationReport['configurations'][number]) => ({ name, figures, unscoredSteps, noEvidenceSteps });

describe('the suite of 30', () => {
  it('sends each different request once, and finds what 30 separate runs find', async () => {
    const server = await start();
    const suite = await readSuite('visualprocessbench');
    const records = makeLabelledProblems(1);
    const together = await runSuite(suite, records, server.baseUrl);
    const bodies = server.bodies.map((body) => JSON.stringify(body));
    expect(together.calls).toMatchObject({ distinct: 215, separately: 293, sent: bodies.length, fromCache: 0, failed: 0 });
    expect([bodies.length, new Set(bodies).size]).toEqual([215, 215]);
    expect(ablationReportSchema.parse(JSON.parse(JSON.stringify(together)))).toEqual(JSON.parse(JSON.stringify(together)));

    const separately = [];
    for (const configuration of suite.configurations) {
      const alone = await start();
      const report = await runSuite({ ...suite, baseline: configuration.name, configurations: [configuration] }, records, alone.baseUrl);
      expect(report.calls.distinct).toBe(alone.stats.calls);
      expect(report.calls.distinct).toBe(together.configurations.find(({ name }) => name === configuration.name)?.calls.separately);
      separately.push(...report.configurations);
    }
    expect(together.configurations.map(strip)).toEqual(separately.map(strip));
  });
});

describe('runAblation', () => {
  const base = { premises: 'none', gate: 'none', stepScores: 'hard', answers: 'free' } as const;
  const findConfiguration = (report: AblationReport, name: string) => report.configurations.find((one) => one.name === name) as AblationReport['configurations'][number];

  it('counts what one of two did not measure as called wrongly in their difference, leaves it out of a second one, and says how much', async () => {
    const server = await start();
    const suite = parseSuite({ base, configurations: [{ name: 'strict' }, { name: 'counted', onUnreadable: 'incorrect' }] }, 'a test');
    const records = makeLabelledProblems(12);
    const report = await runSuite(suite, records, server.baseUrl);
    const [strict, counted] = [findConfiguration(report, 'strict'), findConfiguration(report, 'counted')];
    expect(strict.unscoredSteps).toBeGreaterThan(0);
    expect([strict.unreadableSteps, counted.unscoredSteps]).toEqual([0, 0]);
    expect(counted.unreadableSteps).toBeGreaterThanOrEqual(strict.unscoredSteps);
    expect(counted.difference).toMatchObject({ droppedSteps: 0, steps: report.items.correct + report.items.incorrect });
    expect(counted.difference?.macroF1.mean).toBeCloseTo((counted.figures.macroF1.mean as number) - (strict.figures.macroF1.mean as number), 10);
    expect(counted.difference?.onMeasured).toMatchObject({ droppedSteps: strict.unscoredSteps, droppedSolutions: strict.unscoredSolutions, changedCalls: 0, steps: report.items.correct + report.items.incorrect - strict.unscoredSteps });
    expect(strict.reasons[0]?.reason).toContain('Expected the answer');
    expect(report.calls.distinct).toBe(findConfiguration(report, 'counted').calls.separately);

    const excluded = await runSuite(suite, records, server.baseUrl, { onUnscored: 'exclude' });
    expect(findConfiguration(excluded, 'counted').difference).toMatchObject({ droppedSteps: strict.unscoredSteps, changedCalls: 0 });
    expect(findConfiguration(excluded, 'counted').difference).not.toHaveProperty('onMeasured');
    expect(findConfiguration(excluded, 'strict').figures.macroF1.n).toBe(report.items.correct + report.items.incorrect - strict.unscoredSteps);
    expect(findConfiguration(report, 'strict').figures.macroF1.mean).toBeLessThan(findConfiguration(excluded, 'strict').figures.macroF1.mean as number);
  });

  it('never judges without a description where one is wanted, and without images only where that is said', async () => {
    const server = await start();
    server.options.truth = (request) => (request.messages.some(({ text }) => text.includes('"key_facts"')) ? { text: 'no description today' } : answerByContent(request));
    const suite = parseSuite({ base, configurations: [{ name: 'both' }, { name: 'image', judgeSeesDescription: false }, { name: 'text', judgeSeesDescription: false, judgeSeesImages: false }, { name: 'none', images: 'none' }] }, 'a test');
    const report = await runSuite(suite, makeLabelledProblems(2), server.baseUrl);
    expect(findConfiguration(report, 'both').figures.macroF1.mean).toBe(0);
    expect(findConfiguration(report, 'both').unscoredSolutions).toBe(2);
    const judged = server.bodies.map((body) => JSON.stringify(body)).filter((body) => !body.includes('key_facts'));
    expect(judged.filter((body) => body.includes('image_url'))).toHaveLength(18);
    expect(judged.filter((body) => !body.includes('image_url'))).toHaveLength(36);
  });

  it('counts what cannot be used: zero steps, no labels, unknown sources, images that are cited and not there', async () => {
    const server = await start();
    const [first, second, third] = makeLabelledProblems(3) as [ProblemRecord, ProblemRecord, ProblemRecord];
    const { stepLabels: _, ...unlabelled } = second.candidates[0] as ProblemRecord['candidates'][number];
    const records: ProblemRecord[] = [
      { ...first, problem: { ...first.problem, question: 'Compare <image1> with <image3>.' } },
      { ...second, candidates: [unlabelled] },
      { ...third, candidates: [{ index: 0, solution: { checklist: 'undeclared', steps: [] }, stepLabels: [] }] },
    ];
    const report = await runSuite(parseSuite({ base, configurations: [{ name: 'a' }] }, 'a test'), records, server.baseUrl, { benchmark: { knownSources: ['DynaMath'], questionOf: ({ question }) => question } });
    expect(report.items).toMatchObject({ problems: 3, solutions: 2, withoutLabels: 1, withoutSteps: 1, citingMissingImages: 1, unknownSources: { WeMath: 1, MMMU_DEV_VAL: 1 }, steps: 9 });
    // A solution without steps is not worth a description.
    expect(server.bodies.filter((body) => JSON.stringify(body).includes('key_facts'))).toHaveLength(2);
    const gold = JSON.stringify(records.map(({ candidates }) => candidates.map(({ stepLabels }) => stepLabels)));
    expect(JSON.stringify(server.bodies)).not.toContain('the secret');
    expect(gold).toBe(JSON.stringify([first.candidates.map(({ stepLabels }) => stepLabels), [null], [[]]]));
  });

  it('goes on with text where the image of an item is not there', async () => {
    const server = await start();
    const suite = parseSuite({ base: { ...base, answers: 'constrained' }, configurations: [{ name: 'image', judgeSeesDescription: false }, { name: 'text', judgeSeesDescription: false, judgeSeesImages: false }] }, 'a test');
    const report = await runSuite(suite, makeLabelledProblems(2), server.baseUrl, { openImage: (ref) => { if (ref === 'image-1') throw new Error('no such image'); return openLabelledImage(ref); } });
    expect(report.configurations.map(({ unscoredSolutions }) => unscoredSolutions)).toEqual([1, 0]);
    expect(report.configurations[1]?.difference).toMatchObject({ droppedSolutions: 0, solutions: 2, onMeasured: { droppedSolutions: 1, solutions: 1 } });
  });

  it('refuses settings that do nothing without a model', async () => {
    const family = { ...await setUpFamily({ verifier: 'builtin' }) };
    await expect(runAblation([], { suite: await readSuite('house'), family, ledger: createRequestLedger(createMemoryAnswers()), benchmark: { knownSources: null, questionOf: () => '' }, openImage: openLabelledImage }))
      .rejects.toThrow(/Expected a model for `stepScores` in the configuration `hard_scores`/);
    await family.close();
  });
});
