import { type Candidate, NATIVE_FORMAT, type ProblemRecord, problemRecordSchema } from '../../src/schema/index.js';
import { chooseKinds } from './choose-kinds.js';
import type { CandidateKind, SampleDraft } from './sample-draft.js';
import type { SeededRandom } from './seeded-random.js';

interface RecordPlace {
  id: string;
  source: string;
  images: string[];
  declared: boolean;
}

/** Writes the line of one problem with its four candidates, checked against the native format. */
export function writeRecord(draft: SampleDraft, place: RecordPlace, random: SeededRandom): ProblemRecord {
  const kinds = chooseKinds(draft.mistakeKinds, place.declared, random);
  const voices = random.shuffle(Array.from({ length: draft.voiceCount }, (_, voice) => voice));
  return problemRecordSchema.parse({
    format: NATIVE_FORMAT,
    problem: {
      id: place.id,
      question: draft.question,
      images: place.images,
      ...(draft.choices && { choices: draft.choices }),
      answer: draft.answer,
      source: place.source,
      metadata: { imageSizes: draft.drawings.map(({ width, height }) => ({ width, height })) },
    },
    candidates: kinds.map((kind, index) =>
      writeCandidate(draft, place, { kind, index, voice: voices[index % voices.length] ?? 0 })),
  });
}

interface CandidatePlan {
  kind: CandidateKind;
  index: number;
  voice: number;
}

function writeCandidate(draft: SampleDraft, place: RecordPlace, { kind, index, voice }: CandidatePlan): Candidate {
  const told = draft.tell(kind, voice);
  const declares = place.declared && kind !== 'correct-undeclared';
  const correct = told.answer === draft.answer;
  refuseWrongPlan(`${place.id}, ${kind}, voice ${voice}`, kind, correct, told.steps.some(({ label }) => label === -1));
  return {
    index,
    solution: {
      steps: told.steps.map(({ text, premise }) => ({ text, visualDependency: declares ? premise : null })),
      finalAnswer: told.answer,
      checklist: declares ? 'declared' : 'undeclared',
    },
    correct,
    stepLabels: told.steps.map(({ label }) => label),
    metadata: { kind },
  };
}

/** Stops when a candidate is not what its kind promises: the design, not the data, has to change. */
function refuseWrongPlan(where: string, kind: CandidateKind, correct: boolean, hasWrongStep: boolean): void {
  const shouldHoldMistake = kind !== 'correct' && kind !== 'correct-undeclared';
  const shouldBeCorrect = !shouldHoldMistake || kind === 'lucky';
  if (hasWrongStep !== shouldHoldMistake || correct !== shouldBeCorrect) {
    throw new Error(`${where}: expected a ${shouldBeCorrect ? 'right' : 'wrong'} answer ${shouldHoldMistake ? 'with' : 'without'} a wrong step, got a ${correct ? 'right' : 'wrong'} one ${hasWrongStep ? 'with' : 'without'}`);
  }
}
