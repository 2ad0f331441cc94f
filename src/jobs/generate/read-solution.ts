import { z } from 'zod';
import { readVisualDependency } from '../../datasets/codecs/evpv/read-visual-dependency.js';
import type { GenerateResult } from '../../models/chat-model.js';
import type { Solution } from '../../schema/index.js';
import { readWholeJson } from '../../verifiers/prompted/read-json.js';

const solutionAnswerSchema = z.looseObject({
  reasoningprocess: z.array(z.looseObject({ steptext: z.string(), visualdependency: z.unknown().optional() })).min(1),
  finalanswer: z.union([z.string().regex(/\S/, 'Expected an answer that is not empty'), z.number(), z.boolean()]),
});

/**
 * Reads the answer of a policy: steps with their visual dependencies, and the final answer. A policy that writes no dependency at
 * all has declared none: its checklist is undeclared.
 * @throws ParseError in words that can be quoted to the model.
 */
export function readSolution(result: GenerateResult): { solution: Solution; isRepaired: boolean } {
  const { value: { reasoningprocess, finalanswer }, isRepaired } = readWholeJson(result, solutionAnswerSchema);
  const steps = reasoningprocess.map(({ steptext, visualdependency }) => ({ text: steptext, visualDependency: readVisualDependency(visualdependency) }));
  const checklist = reasoningprocess.some((step) => 'visualdependency' in step) ? 'declared' : 'undeclared';
  return { solution: { steps, finalAnswer: String(finalanswer), checklist }, isRepaired };
}
