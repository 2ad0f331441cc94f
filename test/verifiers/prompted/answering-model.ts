import type { GenerateCall } from '../../../src/models/chat-model.js';
import { scriptedModel, softToken, textOf, type ScriptedAnswer } from './scripted-model.js';

/** A model that gives every job of a prompted verifier an answer in its form, whatever is asked. */
export function answeringModel(): ReturnType<typeof scriptedModel> {
  return scriptedModel(answerInForm);
}

/** The right form follows from the constraint; without one it is a batch of labels or a critic's verdict. */
function answerInForm(call: GenerateCall): ScriptedAnswer {
  const { constraint } = call;
  if (constraint?.type === 'choice') return { text: constraint.choices[0] as string, tokens: softToken({ [constraint.choices[0] as string]: 0.8, [constraint.choices[1] as string]: 0.2 }) };
  const shown = textOf(call);
  const verdict = { observable: true, verdict: 'supported', severity: null, evidence: 'As noted.' };
  switch (constraint?.name) {
    case 'image_description': return JSON.stringify({ caption: 'A triangle.', image_description: 'A triangle.', key_facts: ['AB is 5.'], uncertain: [], constraints: [] });
    case 'visual_checklist': return JSON.stringify({ claims: [{ claim: 'AB = 5', steps: [1] }] });
    case 'audited_checklist': return JSON.stringify({ claims: [{ claim: 'AB = 5', steps: [1], ...verdict }] });
    case 'claim_verdicts': return JSON.stringify({ verdicts: Array.from({ length: highestNumber(shown, /^(\d+)\. /gm) }, (_, at) => ({ claim: at + 1, ...verdict })) });
    case 'checklist_audit': return JSON.stringify({ errors_and_hallucinations: [], omissions: [], p_score: 1 });
    default: {
      const count = Number(/The solution has (\d+) steps|Answer with exactly (\d+) integers/.exec(shown)?.slice(1).find(Boolean) ?? 0);
      return count === 0 ? 'It holds.\nVerdict: +' : JSON.stringify(Array(count).fill(shown.includes('integers') ? 1 : '+'));
    }
  }
}

function highestNumber(text: string, pattern: RegExp): number {
  return Math.max(0, ...[...text.matchAll(pattern)].map((match) => Number(match[1])));
}
