import { createMemoryImage } from '../../images/memory-image.js';
import { renderSvg } from '../../images/render-svg.js';
import type { ChatMessage, GenerateCall } from '../chat-model.js';

/** About 1,000 tokens that are the same every time: more than the block of any prefix cache. */
const LONG_TEXT = 'A triangle has sides of 3, 4 and 5. Its area is 6. '.repeat(80);

function askText(text: string, extra: Partial<GenerateCall>): GenerateCall {
  return ask([{ role: 'user', content: [{ type: 'text', text }] }], extra);
}

function ask(messages: ChatMessage[], extra: Partial<GenerateCall>): GenerateCall {
  return { messages, sampling: { temperature: 0, maxTokens: 4 }, sampleIndex: 0, ...extra };
}

/** A judgment as the judges ask for it: one of two labels, with its alternatives. */
export function judgeCall(): GenerateCall {
  return askText('Step: 2 + 2 = 4. Is the step correct? Answer + for yes or - for no, and nothing else.', {
    constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 20, sampling: { temperature: 0, maxTokens: 1 },
  });
}

export function jsonCall(): GenerateCall {
  return askText('Give the sum of 2 and 2 as JSON: {"sum": number}.', {
    constraint: { type: 'json', name: 'sum', schema: { type: 'object', properties: { sum: { type: 'number' } }, required: ['sum'], additionalProperties: false } },
    sampling: { temperature: 0, maxTokens: 64 },
  });
}

/** A square of one colour, which a model without images can only guess. */
export async function imageCall(colour: 'red' | 'blue'): Promise<GenerateCall> {
  const png = await renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="${colour}"/></svg>`);
  return ask([{ role: 'user', content: [{ type: 'image', image: createMemoryImage(png, `${colour} square`) }, { type: 'text', text: 'Which colour is the square? Answer red or blue, and nothing else.' }] }], {
    constraint: { type: 'choice', choices: ['red', 'blue'] },
  });
}

/** The sample index keeps the second of two equal calls from being answered by our own cache. */
export function longCall(sampleIndex: number): GenerateCall {
  return askText(`${LONG_TEXT}What is the area?`, { sampleIndex });
}

export function promptCall(): GenerateCall {
  return askText('Say yes.', { promptLogprobs: 1 });
}
