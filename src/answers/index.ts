export { sameAnswer } from './compare-answers.js';
export { extractFinalAnswer, findStatedAnswer } from './extract-final-answer.js';
export { normalizeAnswer } from './normalize-answer.js';
export { readAnswerValue } from './read-answer-value.js';
