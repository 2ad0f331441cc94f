export { sameAnswer } from './compare-answers.js';
export type { CompareOptions } from './compare-answers.js';
export { extractFinalAnswer, findStatedAnswer } from './extract-final-answer.js';
export { normalizeAnswer } from './normalize-answer.js';
export { readAnswerValue } from './read-answer-value.js';
export type { AnswerValue } from './read-answer-value.js';
export { haveSameValue } from './have-same-value.js';
export { readOptionLetter } from './read-option-letter.js';
