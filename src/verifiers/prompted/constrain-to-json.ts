import type { AnswerConstraint } from '../../models/chat-model.js';
import type { Prompt } from '../../prompts/prompt.js';

/** The constraint that the schema of a prompt stands for; none for prompts with other answers. */
export function constrainToJson({ answer }: Prompt): AnswerConstraint | undefined {
  return answer.type === 'json' ? { type: 'json', name: answer.name, schema: answer.schema } : undefined;
}
