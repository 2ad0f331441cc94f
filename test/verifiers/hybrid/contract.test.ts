import { createMemoryImage } from '../../../src/images/memory-image.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import { createBuiltinVerifier } from '../../../src/verifiers/builtin/create-builtin-verifier.js';
import { createHybridVerifier } from '../../../src/verifiers/hybrid/create-hybrid-verifier.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import { describeVerifierContract } from '../../contracts/verifier.js';
import { tinyPng } from '../../helpers/tiny-png.js';
import { answeringModel } from '../prompted/answering-model.js';

describeVerifierContract('hybrid', async () => {
  const model = answeringModel();
  const prompted = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts() });
  return { verifier: createHybridVerifier({ prompted, builtin: createBuiltinVerifier({ workers: 1 }) }), images: [createMemoryImage(tinyPng(200, 64))] };
});
