import type { Verifier } from '../verifier.js';
import { judgeStepsByArithmetic } from './arithmetic/judge-steps-by-arithmetic.js';
import { composeDescription } from './facts/compose-description.js';
import { createOcrReader } from './ocr/ocr-reader.js';
import type { OcrReader, OcrReaderOptions } from './ocr/ocr-reader.js';
import { auditClaim } from './premises/audit-claim.js';
import { extractPremises } from './premises/extract-premises.js';
import { createLabelBook } from './premises/label-book.js';

export interface BuiltinVerifierOptions {
  /** Images read at the same time, each on a worker thread. Default: that of the OCR reader. */
  workers?: number | undefined;
  /** Threads of the networks in each worker. Default: that of the OCR reader. */
  threads?: number | undefined;
  /** A reader to use instead of the built-in one; `close` closes it. */
  reader?: OcrReader | undefined;
}

/**
 * Creates the verifier that needs no model: it reads printed text and checks arithmetic. The OCR networks load with
 * the first image. Describing throws ImageError for an image that cannot be decoded, BackendError when reading fails.
 */
export function createBuiltinVerifier(options: BuiltinVerifierOptions = {}): Verifier {
  let reader = options.reader;
  return {
    id: 'builtin/1',
    descriptionDependsOnQuestion: false,
    blindSpots: 'It reads printed text and checks arithmetic; it cannot see shapes, colours, counts, positions or relations.',

    async doDescribeImages({ images, signal }) {
      if (images.length === 0) return composeDescription([]);
      const ocr = (reader ??= createOcrReader(pickReaderOptions(options)));
      return composeDescription(await Promise.all(images.map((image, imageIndex) => ocr.read(image, { imageIndex, signal }))));
    },
    async doExtractChecklist({ solution }) {
      return extractPremises(solution);
    },
    async doAuditChecklist({ description, claims }) {
      const book = createLabelBook(description);
      return { verdicts: claims.map((claim) => auditClaim(claim, book)), reportedP: null };
    },
    async doJudgeSteps({ problem, solution }) {
      return judgeStepsByArithmetic(solution, { question: problem.question });
    },
    async close() {
      await reader?.close();
    },
  };
}

function pickReaderOptions({ workers, threads }: BuiltinVerifierOptions): OcrReaderOptions {
  return { ...(workers === undefined ? {} : { workers }), ...(threads === undefined ? {} : { threads }) };
}
