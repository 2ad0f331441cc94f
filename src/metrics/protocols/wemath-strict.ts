import { allRight, type Protocol } from './protocol.js';

const KEY = /^(?<steps>[23])steps_(?<part>[1-3]|multi)$/u;

/**
 * We-Math asks a problem and its one-step parts. Strict score of a problem: 1 where it and all its parts are right
 * (complete mastery), 0.5 where all parts are right and it is not (inadequate generalisation), else 0: also where it is
 * right and a part is not (rote memorisation).
 */
export const wemathStrict: Protocol = {
  name: 'wemath-strict',
  rule: 'a problem counts 1 when it and all its one-step parts are right, 0.5 when only the parts are, else 0',
  source: 'We-Math, arXiv 2407.01284 (525 multi-step problems, 1,740 rows)',
  units: 525,
  place: ({ labels }) => {
    const key = labels['key'] ?? '';
    return labels['ID'] !== undefined && KEY.test(key) ? { unit: labels['ID'], part: key } : null;
  },
  isComplete: (parts) => {
    const steps = Number(KEY.exec([...parts][0] ?? '')?.groups?.['steps'] ?? 0);
    return parts.size === steps + 1 && [...parts].some((part) => part.endsWith('multi'));
  },
  score: (right) => {
    const parts = [...right].filter(([part]) => !part.endsWith('multi')).map(([, chance]) => chance);
    const whole = [...right].find(([part]) => part.endsWith('multi'))?.[1] ?? 0;
    return allRight(parts) * (0.5 + 0.5 * whole);
  },
};
