import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageSource } from '../../../src/images/image-source.js';
import type { ChatMessage, ChatModel, GenerateResult } from '../../../src/models/chat-model.js';
import { createOnnxModel, type OnnxModel } from '../../../src/models/onnx/create-onnx-model.js';
import { describeChatModelContract } from '../../contracts/chat-model.js';
import { textCall } from '../../helpers/fake-chat-model.js';
import { drawImage, labelCall, tinyModels, userMessage } from '../../helpers/onnx-models.js';

/** What each tiny model says to "Say plus.". */
const answers = { smolvlm: '-', qwen: '-' };

const families = Object.entries(tinyModels).map(([name, source]) => ({ name: name as keyof typeof tinyModels, source }));

for (const { name, source } of families) {
  describeChatModelContract(`ONNX, ${name}`, async () => {
    const model = await createOnnxModel({ source });
    return { model, answer: answers[name], hasLogprobs: true, close: () => model.close() };
  });
}

/** All that a model said of its first token. */
function logprobs({ tokens }: GenerateResult): Map<string, number> {
  return new Map((tokens?.[0]?.top ?? []).map(({ token, logprob }) => [token, logprob]));
}

/** Pieces of characters are spelled alike, so alternatives are compared by rank. */
function expectSame(a: GenerateResult, b: GenerateResult): void {
  const [first, second] = [a, b].map(({ tokens }) => (tokens?.[0]?.top ?? []).map(({ logprob }) => logprob)) as [number[], number[]];
  expect(first.length).toBeGreaterThanOrEqual(20);
  first.forEach((logprob, i) => expect(Math.abs(logprob - (second[i] ?? 1))).toBeLessThan(1e-4));
  for (const label of ['+', '-']) expect(Math.abs((logprobs(a).get(label) ?? 0) - (logprobs(b).get(label) ?? 1))).toBeLessThan(1e-4);
}

describe.each(families)('createOnnxModel: $name', ({ source }) => {
  let model: OnnxModel;
  let images: ImageSource[];
  beforeAll(async () => {
    model = await createOnnxModel({ source });
    images = await Promise.all([1, 2, 3].map((seed) => drawImage(seed)));
  });
  afterAll(() => model.close());

  /** What a model says that has no earlier conversation to go on from. */
  async function askFresh(messages: ChatMessage[]): Promise<GenerateResult> {
    const fresh: ChatModel = await createOnnxModel({ source });
    try {
      return await fresh.doGenerate(labelCall(messages));
    } finally {
      await fresh.close();
    }
  }

  const image = (at: number): ImageSource => images[at] as ImageSource;
  const steps = ['Step 1: The side is 4.\n', 'Step 2: So the area is 16.\n', 'Step 3: Half of it is 8.\n'];

  it('computes only what is new of a conversation that grows, and says the same', async () => {
    for (let count = 1; count <= steps.length; count++) {
      const messages = [userMessage(image(0), 'Question: area?\n', ...steps.slice(0, count))];
      const reused = await model.doGenerate(labelCall(messages));
      const { promptTokens = 0, cachedTokens = 0 } = reused.usage ?? {};
      if (count > 1) expect(promptTokens - (cachedTokens ?? 0)).toBeLessThan(70);
      expectSame(reused, await askFresh(messages));
    }
  });

  it('goes on from where histories part', async () => {
    const branches = [[steps[0], steps[1]], [steps[0], 'Step 2: It is 20.\n'], ['Step 1: No.\n'], [steps[0], steps[1], steps[2]]].map((texts) => [userMessage(image(1), ...(texts as string[]))]);
    for (const messages of branches) expectSame(await model.doGenerate(labelCall(messages)), await askFresh(messages));
  });

  it('sees several images, and a second one after a shared first', async () => {
    const one = await model.doGenerate(labelCall([userMessage(image(0), 'Look.')]));
    const two = [userMessage(image(0), image(1), 'Look.')];
    const both = await model.doGenerate(labelCall(two));
    expect(both.usage?.cachedTokens).toBeGreaterThan(16);
    expectSame(both, await askFresh(two));
    const later = [userMessage(image(0), 'Look.'), { role: 'assistant' as const, content: [{ type: 'text' as const, text: '+' }] }, userMessage('And here: ', image(2))];
    expectSame(await model.doGenerate(labelCall(later)), await askFresh(later));
    expect(logprobs(both).get('+')).not.toBeCloseTo(logprobs(one).get('+') ?? 0, 3);
  });

  it('sees the image: another one, or the same two in another order, changes what it says', async () => {
    const ask = async (...seen: ImageSource[]): Promise<number> => logprobs(await model.doGenerate(labelCall([userMessage(...seen, 'Look.')]))).get('+') ?? 0;
    const said = [await ask(image(0)), await ask(image(1)), await ask(image(2)), await ask(image(0), image(1)), await ask(image(1), image(0))];
    for (const [i, a] of said.entries()) for (const b of said.slice(0, i)) expect(Math.abs(a - b)).toBeGreaterThan(1e-3);
  });

  it('says the same whatever was asked before, and however many ask at once', async () => {
    const calls = [[userMessage(image(0), 'A')], [userMessage('B')], [userMessage(image(1), image(2), 'C')], [userMessage(image(0), 'A', 'D')]].map((messages) => labelCall(messages));
    const forwards = await Promise.all(calls.map((call) => model.doGenerate(call)));
    const backwards = (await Promise.all([...calls].reverse().map((call) => model.doGenerate(call)))).reverse();
    forwards.forEach((said, i) => expectSame(said, backwards[i] as GenerateResult));
  });

  it('gives the same numbers for the same prompt', async () => {
    const call = labelCall([userMessage(image(2), 'Again?')]);
    const first = await model.doGenerate(call);
    expect((await model.doGenerate(call)).tokens).toEqual(first.tokens);
  });

  it('answers text without any image', async () => {
    const { tokens, usage } = await model.doGenerate(labelCall([userMessage('No image here.')]));
    expect(tokens?.[0]?.logprob).toBeLessThan(0);
    expect(usage?.promptTokens).toBeGreaterThan(10);
    expectSame(await model.doGenerate(labelCall([userMessage('No image here.')])), await askFresh([userMessage('No image here.')]));
  });

  it('answers in more tokens as without a cache: the token before counts', async () => {
    const sampling = { temperature: 0, maxTokens: 12 };
    const messages = [userMessage('Go on.')];
    const choices = ['+q-w', '+q-x', 'zz'];
    const call = labelCall(messages, { sampling, constraint: { type: 'choice', choices } });
    const { text, tokens } = await model.doGenerate(call);
    expect(choices).toContain(text);
    expect(tokens?.map(({ token }) => token).join('').trim()).toBe(text);
    // Each further token of the answer has the probability that it has as the last of a prompt that ends with those before it.
    expect((await model.doGenerate(call)).tokens).toEqual(tokens);
  });

  it('takes special tokens in a text for text', async () => {
    const tag = source === tinyModels.qwen ? '<|image_pad|>' : '<image>';
    const { warnings, finishReason } = await model.doGenerate(labelCall([userMessage(image(0), `What is ${tag}?`)]));
    expect(finishReason).toBe('stop');
    expect(warnings).toEqual([`special tokens in the text of a message were taken apart: ${tag}`]);
    await expect(model.doGenerate(labelCall([userMessage(`Only ${tag}`)]))).resolves.toMatchObject({ finishReason: 'stop' });
  });

  it('draws samples by seed and sample index, within topP', async () => {
    const sample = (sampleIndex: number, seed: number, topP = 1): Promise<GenerateResult> =>
      model.doGenerate(textCall('Say anything.', { sampling: { temperature: 2, maxTokens: 24, seed, topP }, sampleIndex }));
    const first = await sample(0, 5);
    expect((await sample(0, 5)).text).toBe(first.text);
    expect((await sample(1, 4)).text).toBe(first.text);
    expect(new Set(await Promise.all([0, 1, 2, 3].map(async (i) => (await sample(i, 5)).text))).size).toBeGreaterThan(1);
    const greedy = await model.doGenerate(textCall('Say anything.', { sampling: { temperature: 0, maxTokens: 24 } }));
    expect((await sample(3, 5, 1e-6)).text).toBe(greedy.text);
  });

  it('stops at a stop text and before it, or when its tokens are used up', async () => {
    const free = await model.doGenerate(textCall('Say anything.', { sampling: { temperature: 3, maxTokens: 30, seed: 1 }, topLogprobs: 0 }));
    expect(free.tokens?.map(({ token }) => token).join('')).toBe(free.text);
    const stop = free.text.slice(3, 5);
    if (free.finishReason === 'length') expect(free.usage?.completionTokens).toBe(30);
    const cut = await model.doGenerate(textCall('Say anything.', { sampling: { temperature: 3, maxTokens: 30, seed: 1, stop: [stop] }, topLogprobs: 0 }));
    expect(cut.text).toBe(free.text.slice(0, free.text.indexOf(stop)));
    expect(cut.tokens?.map(({ token }) => token).join('')).toBe(cut.text);
    expect(cut.finishReason).toBe('stop');
  });

  it('holds repeated tokens back where penalties say so', async () => {
    // Bytes outside of ASCII are spelled together with others.
    const repeated = async (extra: { presencePenalty?: number }): Promise<boolean> => {
      const { text } = await model.doGenerate(textCall('Say anything.', { sampling: { temperature: 9, maxTokens: 120, seed: 1, ...extra } }));
      const ascii = [...text].filter((character) => character >= ' ' && character <= '~');
      expect(ascii.length).toBeGreaterThan(10);
      return new Set(ascii).size < ascii.length;
    };
    expect(await repeated({})).toBe(true);
    expect(await repeated({ presencePenalty: 1000 })).toBe(false);
  });

  it('says that it does not enforce JSON', async () => {
    const { warnings } = await model.doGenerate(textCall('JSON, please.', { constraint: { type: 'json', name: 'x', schema: {} } }));
    expect(warnings).toEqual(['the JSON constraint is not enforced by ONNX models']);
  });

  it('refuses what does not fit its context, so that the history can be shortened', async () => {
    await expect(model.doGenerate(textCall('x'.repeat(9000)))).rejects.toMatchObject({ kind: 'context-overflow', isRetryable: false, message: expect.stringMatching(/context of 8192 tokens, but it has 90\d\d/) as string });
  });
});
