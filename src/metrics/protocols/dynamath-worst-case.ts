import { allRight, type Protocol } from './protocol.js';

const SEED_LABELS = ['seed', 'qid', 'question_id'];
const VARIANT_LABELS = ['variant', 'varid', 'variant_id'];
const VARIANTS = 10;

/** DynaMath draws ten variants of each seed question; a seed counts only when every variant is right. */
export const dynamathWorstCase: Protocol = {
  name: 'dynamath-worst-case',
  rule: 'a seed question counts when all ten of its variants are right',
  source: 'DynaMath, arXiv 2411.00836 (501 seed questions, 10 variants each)',
  units: 501,
  place: ({ labels }) => {
    const [seed, variant] = [SEED_LABELS, VARIANT_LABELS].map((names) => names.map((name) => labels[name]).find((value) => value !== undefined));
    return seed === undefined || variant === undefined ? null : { unit: seed, part: variant };
  },
  isComplete: (parts) => parts.size === VARIANTS,
  score: (right) => allRight(right.values()),
};
