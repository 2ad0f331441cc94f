import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { createModel } from '../../../src/models/create-model.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import type { StepJudgment } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import { failShare, faultNames, type FaultPlan } from '../../helpers/simulated-server/faults.js';
import { startSimulatedServer } from '../../helpers/simulated-server/start-simulated-server.js';
import type { SeenRequest } from '../../helpers/simulated-server/truth.js';
import { tinyPng } from '../../helpers/tiny-png.js';

const SOLUTIONS = 12;
const STEPS = 9;
const solutions = Array.from({ length: SOLUTIONS }, (_, index) => ({
  checklist: 'undeclared' as const,
  steps: Array.from({ length: STEPS }, (__, step) => ({ text: `claim ${index * STEPS + step}.`, visualDependency: null })),
}));

/** How sure the server truly is of each claim. */
const sure = (claim: number): number => 0.05 + ((claim * 37) % 90) / 100;
function truth({ messages, choices }: SeenRequest) {
  const asked = messages.findLast(({ role, text }) => role === 'user' && text.includes('claim '))?.text ?? '';
  const claims = [...asked.matchAll(/claim (\d+)\./g)].map((match) => Number(match[1]));
  if (choices === null) return { text: JSON.stringify(claims.map((claim) => (sure(claim) > 0.5 ? '+' : '-'))) };
  const labels = (claim: number) => ({ '+': sure(claim), '-': 1 - sure(claim) });
  const current = claims.at(-1) as number;
  // Mode turns: every message of the user but the last is an earlier turn.
  const earlierTurns = messages.filter(({ role }) => role === 'user').slice(0, -1).map(({ text }) => labels(Number(/claim (\d+)\./.exec(text)?.[1])));
  return { text: sure(current) > 0.5 ? '+' : '-', probabilities: labels(current), earlierTurns };
}

async function judgeAll(settings: PromptedSettings, faults?: FaultPlan): Promise<{ judgments: (StepJudgment | null)[]; failures: number }> {
  const server = await startSimulatedServer({ kind: 'vllm', truth, ...(faults ? { faults, retryAfter: 0.001 } : {}) });
  const { model } = await createModel({ spec: `${server.baseUrl}#vlm`, timeoutMs: 400, retry: { firstDelayMs: 1, maxDelayMs: 5 } });
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts(), settings });
  try {
    const images = [createMemoryImage(tinyPng(3))];
    const judged = await Promise.allSettled(solutions.map((solution) => verifier.doJudgeSteps({ problem: { id: 'p', question: 'Which?' }, images, description: null, solution })));
    return {
      judgments: judged.flatMap((one): (StepJudgment | null)[] => (one.status === 'fulfilled' ? one.value : Array.from({ length: STEPS }, () => null))),
      failures: Object.values(server.stats.faults).reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await verifier.close();
    await server.close();
  }
}

describe('with 20 % faults of all kinds', () => {
  it.each<PromptedSettings>([{ judge: 'per-step' }, { judge: 'turns' }, { judge: 'batch' }])('every step has the true answer or a reason: %j', async (settings) => {
    const { judgments: wanted } = await judgeAll(settings);
    expect(wanted.map((one) => one?.status)).toEqual(Array.from({ length: SOLUTIONS * STEPS }, () => 'scored'));
    for (const seed of [1, 2]) {
      const { judgments, failures } = await judgeAll(settings, failShare(0.2, seed, faultNames));
      expect(failures).toBeGreaterThan(0);
      expect(judgments).toHaveLength(wanted.length);
      judgments.forEach((judgment, at) => {
        if (judgment?.status === 'scored') expect(judgment).toEqual(wanted[at]);
        else expect(judgment === null || (judgment.status === 'unscored' && judgment.reason.length > 10)).toBe(true);
      });
      expect(judgments.filter((one) => one?.status === 'scored').length).toBeGreaterThan(0.95 * wanted.length);
    }
  });
});
