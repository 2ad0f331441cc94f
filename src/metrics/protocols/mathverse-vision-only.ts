import { ONE_PART, type Protocol } from './protocol.js';

/**
 * MathVerse reports its six versions apart. The file that the EVPV reference calls Vision-Only holds all 3,940 rows of
 * testmini; the Vision-Only ones are the 788 of version 6, told apart by their image folder or by a label.
 */
export const mathverseVisionOnly: Protocol = {
  name: 'mathverse-vision-only',
  rule: 'accuracy over the Vision-Only version of each problem',
  source: 'MathVerse, arXiv 2403.14624 (788 problems, six versions); split used by VisualPRM, arXiv 2503.10291',
  units: 788,
  place: ({ id, labels }) => {
    const version = labels['problem_version'] ?? labels['version'];
    const isVisionOnly = version === undefined ? /images_version_6\//u.test(labels['image'] ?? '') : /^(?:vision[ _-]?only|6)$/iu.test(version);
    return isVisionOnly ? { unit: id, part: ONE_PART } : null;
  },
  isComplete: () => true,
  score: (right) => right.get(ONE_PART) ?? 0,
};
