import { resolveScoringOptions } from '../../src/scoring/index.js';
import { SCORE_RECORD_FORMAT, type CandidateScore, type ScoreRecord } from '../../src/schema/index.js';
import { seededRandom } from '../../src/metrics/seeded-random.js';

const SOURCES = ['tables', 'charts', 'geometry', 'puzzles'];

/** Made-up score records of the size of real ones: soft step probabilities, three visual claims a candidate, some without evidence. */
export function* makeRecords(problems: number, { candidates = 8, steps = 9, seed = 1 } = {}): Generator<ScoreRecord> {
  const random = seededRandom(seed);
  const scoring = resolveScoringOptions({});
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  for (let problem = 0; problem < problems; problem += 1) {
    const ease = random();
    const list = Array.from({ length: candidates }, (_, index): CandidateScore => {
      const correct = random() < ease;
      const conflict = random() < (correct ? 0.1 : 0.3) ? round(random()) : 0;
      return {
        index,
        policy: 'policy-8b',
        correct,
        judgedBy: 'stored',
        answer: correct ? 0 : 1 + Math.floor(random() * 4),
        steps: Array.from({ length: steps }, () => (random() < 0.05 ? null : round(Math.min(1, Math.max(0, (correct ? 0.65 : 0.45) + (random() - 0.5)))))),
        claims: [0, 2, 5].map((step) => ({ steps: [step, step + 1], verdict: step === 2 ? [round(1 - conflict), conflict, 0] as [number, number, number] : random() < 0.5 ? 'unobservable' as const : [0.9, 0, 0.1] as [number, number, number] })),
        reportedP: null,
      };
    });
    // Every fifth problem shares question and images with the one before.
    yield { format: SCORE_RECORD_FORMAT, id: `problem-${problem}`, cluster: `c${problem - Number(problem % 5 === 4)}`, source: SOURCES[problem % 4] as string, labels: { image: `images/${problem}.png` }, scoring, verifier: 'made-up/1', candidates: list };
  }
}
