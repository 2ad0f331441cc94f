import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { scoreCandidates } from '../../../src/jobs/score-candidates.js';
import type { ChatModel } from '../../../src/models/chat-model.js';
import { connectModel } from '../../../src/models/connect-model.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import type { ProblemRecord, Solution } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import type { Verifier } from '../../../src/verifiers/verifier.js';
import { startSimulatedServer } from '../../helpers/simulated-server/start-simulated-server.js';
import type { TruthFunction } from '../../helpers/simulated-server/truth.js';
import { tinyPng } from '../../helpers/tiny-png.js';
import { answeringModel } from './answering-model.js';
import { textOf } from './scripted-model.js';

/** 8 candidates of 9 steps of 22 words, the median of VisualProcessBench; every second step leans on the image. */
function recordWith(checklist: Solution['checklist'], id = 'p'): ProblemRecord {
  const words = 'the angle at this corner of the drawn figure is equal to that one so both sides must have one length';
  const candidates = Array.from({ length: 8 }, (_, index) => ({
    index,
    solution: {
      checklist,
      steps: Array.from({ length: 9 }, (__, step) => ({ text: `${words} ${index}.${step} ${id}`, visualDependency: checklist === 'declared' && step % 2 === 0 ? `fact ${index}.${step}` : null })),
    },
  }));
  return { format: 'prm-problem/1', problem: { id, question: `How long is the side in ${id}?`, images: [`${id}.png`] }, candidates };
}

const openImage = (ref: string) => createMemoryImage(tinyPng(100, 2 + ref.charCodeAt(ref.length - 5) % 16), ref);
const image = openImage('p.png');
async function makeVerifier(model: ChatModel, settings: PromptedSettings): Promise<Verifier> {
  return createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts(), settings });
}

async function score(verifier: Verifier, records: ProblemRecord[]): Promise<string[]> {
  const statuses: string[] = [];
  for await (const { candidates } of scoreCandidates(records, { verifier, openImage })) statuses.push(...candidates.map(({ verification }) => verification.score.status));
  return statuses;
}

describe('calls for a problem with 8 candidates of 9 steps', () => {
  it.each<[string, Solution['checklist'], PromptedSettings, number]>([
    ['batch, declared checklists', 'declared', { judge: 'batch' }, 17],
    ['per-step, declared checklists', 'declared', { judge: 'per-step' }, 81],
    ['turns without prompt log-probabilities, declared checklists, with the one call that finds that out', 'declared', { judge: 'turns' }, 82],
    ['batch, foreign solutions', 'undeclared', { judge: 'batch' }, 25],
  ])('%s', async (_, checklist, settings, calls) => {
    const model = answeringModel();
    expect(await score(await makeVerifier(model, settings), [recordWith(checklist)])).toEqual(Array(8).fill('scored'));
    expect(model.calls).toHaveLength(calls);
  });

  it('batch, foreign solutions, one call for finding and auditing', async () => {
    const model = answeringModel();
    const verifier = await makeVerifier(model, { judge: 'batch', extraction: 'combined' });
    const { problem, candidates } = recordWith('undeclared');
    const description = await verifier.doDescribeImages({ images: [image], problem });
    for (const { solution } of candidates) {
      const checklist = await verifier.doExtractChecklist({ problem, solution, description });
      const { verdicts } = await verifier.doAuditChecklist({ problem, description, claims: checklist.map(({ claim }) => claim), solution });
      expect(verdicts).toHaveLength(1);
      await verifier.doJudgeSteps({ problem, images: [image], description, solution });
    }
    expect(model.calls).toHaveLength(17);
  });
});

describe('what no prompt may show', () => {
  it.each<PromptedSettings>([{}, { judge: 'batch' }, { judge: 'turns' }, { judge: 'critic' }, { promptSet: 'evpv' }, { promptSet: 'evpv', judge: 'batch' }])('neither answer nor labels nor metadata reach a model: %j', async (settings) => {
    const model = answeringModel();
    const { problem, candidates, format } = recordWith('undeclared');
    const secret = 'SECRET-48151';
    const record = {
      format, problem: { ...problem, answer: secret, source: secret, metadata: { note: secret } },
      candidates: candidates.map((candidate) => ({ ...candidate, solution: { ...candidate.solution, finalAnswer: secret }, response: secret, policy: secret, correct: true, metadata: { secret } })),
    };
    await score(await makeVerifier(model, settings), [record]);
    expect(model.calls.length).toBeGreaterThan(20);
    expect(JSON.stringify(model.calls.map(textOf))).not.toContain(secret);
  });
});

/** What the server truly answers to the three jobs. */
const truth: TruthFunction = ({ messages, choices }) => {
  const labels = { '+': 0.7, '-': 0.3 };
  if (choices !== null) return { text: '+', probabilities: labels, earlierTurns: messages.filter(({ role }) => role === 'assistant').map(() => labels) };
  const isAudit = messages.at(-1)?.text.includes('\nClaims:\n') === true;
  const claims = [...(messages.at(-1)?.text.matchAll(/^\d+\. fact/gm) ?? [])].map((__, at) => ({ claim: at + 1, verdict: 'supported', evidence: '' }));
  return { text: JSON.stringify(isAudit ? { verdicts: claims } : { caption: 'A figure with marked sides and equal angles.', key_facts: Array(8).fill('The side AB is marked 12 cm.') }) };
};

describe('on a server that tells log-probabilities of the prompt', () => {
  it('turns takes 17 calls for a problem with declared checklists', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth });
    const { model } = await connectModel({ baseUrl: server.baseUrl, name: 'vlm' });
    try {
      expect(await score(await makeVerifier(model, { judge: 'turns' }), [recordWith('declared')])).toEqual(Array(8).fill('scored'));
      expect(server.stats.calls).toBe(1 + 8 + 8);
    } finally {
      await model.close();
      await server.close();
    }
  });
});

describe('on a server with a prefix cache', () => {
  it('per-step has at least 85 % of its prompt tokens served from it', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth });
    const { model } = await connectModel({ baseUrl: server.baseUrl, name: 'vlm' });
    try {
      const records = Array.from({ length: 5 }, (_, at) => recordWith('declared', `problem-${at}`));
      expect(await score(await makeVerifier(model, {}), records)).toEqual(Array(40).fill('scored'));
      expect(server.stats.calls).toBe(81 * 5);
      expect(server.stats.cachedTokens / server.stats.promptTokens).toBeGreaterThanOrEqual(0.85);
    } finally {
      await model.close();
      await server.close();
    }
  });
});
