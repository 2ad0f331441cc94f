import { AbortedError } from '../../../src/errors/index.js';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import type { PoolingCall } from '../../../src/models/pooling-endpoint.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import { describeVerifierContract } from '../../contracts/verifier.js';
import { answeringModel } from './answering-model.js';

/** A native process reward model that finds every step likely. */
const pooling = { id: 'pooling', doScoreSteps: async ({ steps, signal }: PoolingCall) => { if (signal?.aborted) throw new AbortedError('Stopped.'); return steps.map(() => 0.8); }, close: async () => undefined };

const variants: PromptedSettings[] = [
  {}, { judge: 'batch' }, { judge: 'turns' }, { judge: 'critic', votes: 3 }, { judge: 'pooling' }, { extraction: 'combined' },
  { promptSet: 'evpv' }, { promptSet: 'evpv', judge: 'batch', prompts: { describe: 'evpv-describe' } },
  { prompts: { describe: 'describe-short', judge: 'judge-step-text-only' } }, { prompts: { judge: 'evpv-judge-step-json' } },
  { judge: 'batch', prompts: { judge: 'judge-steps-text-only' } }, { prompts: { judge: 'judge-step-lenient@1' } }, { judge: 'batch', prompts: { judge: 'judge-steps-lenient' } },
];

for (const settings of variants) {
  describeVerifierContract(`prompted ${JSON.stringify(settings)}`, async () => {
    const model = answeringModel();
    const prompts = await loadPrompts();
    return { verifier: createPromptedVerifier({ models: { describe: model, audit: model, judge: settings.judge === 'pooling' ? pooling : model }, prompts, settings }), images: [createMemoryImage(new Uint8Array([1]))] };
  });
}
