import { scoreCandidates } from '../../src/jobs/score-candidates.js';
import { NATIVE_FORMAT, type ProblemRecord, type ScoredProblem } from '../../src/schema/index.js';
import { fakeVerifier } from './fake-verifier.js';

/** A scored problem with a contradicted premise, a supported one, hostile text, and gold labels, made by the real job. */
export async function makeScoredProblem(): Promise<ScoredProblem> {
  const step = (text: string, visualDependency: string | null) => ({ text, visualDependency });
  const record: ProblemRecord = {
    format: NATIVE_FORMAT,
    problem: { id: 'prices-1', question: 'What do <b>two</b> bowls & a bag cost? {{x}}', images: ['prices.png'], choices: ['$14', '$15'], answer: '$14', source: 'table' },
    candidates: [
      { index: 0, correct: true, stepLabels: [1, 1], policy: 'policy-a', solution: { checklist: 'declared', finalAnswer: '$14', steps: [step('A bowl costs $5', 'bowl: $5'), step('So 2 x 5 = 10', null)] } },
      { index: 1, correct: false, stepLabels: [-1, 1], solution: { checklist: 'declared', finalAnswer: '$15', steps: [step('A bowl costs $6 <script>alert(1)</script>', 'bowl: $6'), step('\u202eSo 2 x 6 = 12', null)] } },
    ],
  };
  const place = { image: 0, box: { x: 20, y: 10, width: 40, height: 12 } };
  const verifier = fakeVerifier({
    verdicts: {
      'bowl: $5': { evidence: [{ stance: 'support', text: 'The cell bowl reads $5.', constraintId: 'c1', places: [place] }] },
      'bowl: $6': { support: 0, conflict: 1, severity: 'high', evidence: [{ stance: 'conflict', text: 'The cell bowl reads $5, not $6.', constraintId: 'c1', places: [place] }] },
    },
  });
  const image = (ref: string) => ({ ref, sha256: async () => ref, bytes: async () => new Uint8Array() });
  for await (const scored of scoreCandidates([record], { verifier, openImage: image })) return scored;
  throw new Error('nothing was scored');
}
