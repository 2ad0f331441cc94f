import { createMemoryImage } from '../../src/images/memory-image.js';
import { createBuiltinVerifier } from '../../src/verifiers/builtin/create-builtin-verifier.js';
import { describeVerifierContract } from '../contracts/verifier.js';
import { tinyPng } from '../helpers/tiny-png.js';

describeVerifierContract('builtin', async () => ({ verifier: createBuiltinVerifier({ workers: 1 }), images: [createMemoryImage(tinyPng(200, 64))] }));
