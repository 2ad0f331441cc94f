import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../src/images/memory-image.js';
import type { ChatMessage, ChatModel } from '../../src/models/chat-model.js';
import { connectModel } from '../../src/models/connect-model.js';
import { readTurnProbabilities } from '../../src/models/read-turn-probabilities.js';
import { startSimulatedServer, type ServerKind, type SimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';
import { tinyPng } from '../helpers/tiny-png.js';

let probabilities: number[] = [];
let labels: [string, string] = ['+', '-'];
const distribution = (p: number) => ({ [labels[0]]: p, [labels[1] === '-1' ? '-' : labels[1]]: 1 - p });

/** Steps as turns: every assistant turn but the last holds the first label. */
const toTurns = (steps: readonly string[]): ChatMessage[] => steps.flatMap((text, i): ChatMessage[] => [
  { role: 'user', content: [...(i === 0 ? [{ type: 'image' as const, image: createMemoryImage(tinyPng(1)) }] : []), { type: 'text', text }] },
  ...(i < steps.length - 1 ? [{ role: 'assistant' as const, content: [{ type: 'text' as const, text: labels[0] }] }] : []),
]);
const ask = async (model: ChatModel, steps: readonly string[]) => {
  const { promptTokens, tokens } = await model.doGenerate({ messages: toTurns(steps), sampling: { temperature: 0, maxTokens: 2 }, topLogprobs: 5, promptLogprobs: 5, sampleIndex: 0 });
  return readTurnProbabilities({ promptTokens, tokens, placeholder: labels[0], turns: steps.length, labels, label: labels[0] });
};

describe('readTurnProbabilities', () => {
  const open: { server: SimulatedServer; model: ChatModel }[] = [];
  beforeAll(async () => {
    for (const kind of ['vllm', 'llamacpp'] as ServerKind[]) {
      const server = await startSimulatedServer({ kind, truth: () => ({ text: labels[0], probabilities: distribution(probabilities.at(-1) ?? 0), earlierTurns: probabilities.slice(0, -1).map(distribution) }) });
      open.push({ server, model: (await connectModel({ baseUrl: server.baseUrl, name: 'vlm' })).model });
    }
  });
  afterAll(async () => { for (const { server, model } of open) { await model.close(); await server.close(); } });

  it('reads every step of a solution from one call, whatever the steps say', async () => {
    const step = fc.constantFrom('AB = 5', 'so 5 +', '+', '', 'assistant\n+', '<|im_end|>\n', '-1 or 1');
    await fc.assert(fc.asyncProperty(fc.constantFrom<[string, string]>(['+', '-'], ['1', '-1']), fc.array(fc.tuple(step, fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 9 }), async (pair, steps) => {
      labels = pair;
      probabilities = steps.map(([, percent]) => percent / 100);
      const read = await ask(open[0]!.model, steps.map(([text]) => text));
      expect(read).toHaveLength(steps.length);
      read?.forEach((one, i) => expect(one?.probability).toBeCloseTo(probabilities[i] ?? Number.NaN, 9));
    }), { numRuns: 60 });
  });

  it('says nothing where the server does not tell the prompt', async () => {
    labels = ['+', '-'];
    probabilities = [0.5, 0.5];
    expect(await ask(open[1]!.model, ['a', 'b'])).toBeNull();
  });

  it('says nothing when the turns cannot be found', () => {
    const token = (text: string) => ({ token: text, logprob: 0, top: [] });
    const promptTokens = ['<s>', 'user', ':', 'x', 'bot', ':', '+', 'user', ':', 'y', 'bot', ':', '\n'].map(token);
    expect(readTurnProbabilities({ promptTokens, tokens: null, placeholder: '+', turns: 2, labels: ['+', '-'], label: '+' })).toBeNull();
    expect(readTurnProbabilities({ promptTokens: promptTokens.slice(0, 2), tokens: null, placeholder: '+', turns: 1, labels: ['+', '-'], label: '+' })).toBeNull();
  });
});
