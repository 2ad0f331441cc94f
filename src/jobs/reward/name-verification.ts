import { createHash } from 'node:crypto';
import type { Solution } from '../../schema/index.js';
import type { OpenProblem } from './open-problem.js';

/** Names a verification by everything that goes into it: images, question, options, and the steps with their declarations. */
export function nameVerification({ problem, imageSet }: OpenProblem, { steps, checklist }: Solution): string {
  const parts = [imageSet, problem.question, problem.choices ?? null, checklist, steps.map(({ text, visualDependency }) => [text, visualDependency])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
