export { compareAnswers, sameAnswer, type AnswerComparison, type CompareOptions } from './compare-answers.js';
export { openAnswerChecker, type AnswerChecker, type AnswerCheckerOptions, type CheckerCounts } from './equiv-command/open-answer-checker.js';
export { createEquivalenceCommand, type EquivalenceCommand, type EquivalenceCommandOptions } from './equiv-command/create-equivalence-command.js';
export type { AnswerPair, EquivalenceVerdict } from './equiv-command/equivalence-verdict.js';
export { extractFinalAnswer, findStatedAnswer } from './extract/extract-final-answer.js';
export { readReferenceAnswer } from './extract/read-reference-answer.js';
export { normalizeAnswer } from './normalize-answer.js';
export { readInlineOptions } from './options/read-inline-options.js';
export { readAnswerValue } from './read-answer-value.js';
