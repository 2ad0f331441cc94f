import type { CandidateKind, Draft, DraftStep, Mistake, MistakeKind, SampleDraft, Slip, ToldStep } from './sample-draft.js';

/** Seals a draft: from here on it can only be told, candidate by candidate. */
export function sealDraft<Seen extends object, Derived extends object>(draft: Draft<Seen, Derived>): SampleDraft {
  const believe = (mistake: Mistake<Seen>): Seen & Derived => {
    const seen = { ...draft.seen, ...mistake.see };
    const slip: Slip = (name, result) => mistake.slip?.[name]?.(result) ?? result;
    return { ...seen, ...draft.derive(seen, slip) };
  };
  const truth = believe({});
  return {
    question: draft.question,
    choices: draft.choices,
    drawings: draft.drawings,
    answer: draft.answer(truth),
    mistakeKinds: Object.keys(draft.mistakes) as MistakeKind[],
    voiceCount: draft.voices.length,
    tell: (kind, voice) => {
      const belief = believe(isMistake(kind) ? (draft.mistakes[kind] ?? {}) : {});
      const steps = draft.voices[voice] ?? [];
      return { steps: steps.map((step) => tellStep(step, belief, truth)), answer: draft.answer(belief) };
    },
  };
}

const isMistake = (kind: CandidateKind): kind is MistakeKind => kind !== 'correct' && kind !== 'correct-undeclared';

/** Tells one step. It is wrong when a value it states, seen or computed, is not the true one. */
function tellStep<Belief extends object>(step: DraftStep<Belief>, belief: Belief, truth: Belief): ToldStep {
  const stated = new Set<PropertyKey>();
  const watched = new Proxy(belief, {
    get(target, name) {
      stated.add(name);
      return Reflect.get(target, name);
    },
  });
  const text = step.say(watched);
  const premise = step.see?.(watched) ?? null;
  const isTrue = [...stated].every((name) => Reflect.get(belief, name) === Reflect.get(truth, name));
  return { text, premise, label: isTrue ? 1 : -1 };
}
