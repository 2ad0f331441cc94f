import { createRequestLedger } from '../../../src/experiments/request-ledger.js';
import { runAblation, type AblationOptions } from '../../../src/experiments/ablate/run-ablation.js';
import type { Suite } from '../../../src/experiments/ablate/suite.js';
import type { AblationReport } from '../../../src/metrics/index.js';
import type { ProblemRecord } from '../../../src/schema/index.js';
import { setUpFamily } from '../../../src/verifiers/set-up-family.js';
import { createMemoryAnswers } from '../../helpers/memory-answers.js';
import { openLabelledImage } from './make-labelled-problems.js';

const anySource = { knownSources: null, questionOf: ({ question }: { question: string }) => question };

/** Runs a suite over a server, with a ledger of its own unless one is given. */
export async function runSuite(suite: Suite, records: readonly ProblemRecord[], baseUrl: string, more: Partial<AblationOptions> = {}): Promise<AblationReport> {
  const family = await setUpFamily({ model: `${baseUrl}#vlm`, cache: false });
  try {
    return await runAblation(records, { suite, family, ledger: createRequestLedger(createMemoryAnswers()), benchmark: anySource, openImage: openLabelledImage, ...more });
  } finally {
    await family.close();
  }
}
