import { AutoModelForImageTextToText, AutoProcessor, cat, env, LogLevel, RawImage, Tensor } from '@huggingface/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageSource } from '../../../src/images/image-source.js';
import { createOnnxModel, type OnnxModel } from '../../../src/models/onnx/create-onnx-model.js';
import { readLabelProbability } from '../../../src/models/read-label-probability.js';
import { drawImage, labelCall, tinyModels, userMessage } from '../../helpers/onnx-models.js';

env.allowRemoteModels = false;
env.useFSCache = false;
env.logLevel = LogLevel.NONE;

type Inputs = Record<string, Tensor>;

/** The library by itself: its own processor and one pass over everything, without any cache. */
async function createReference(folder: string) {
  const processor = await AutoProcessor.from_pretrained(folder);
  const model = await AutoModelForImageTextToText.from_pretrained(folder);
  const isQwen = folder === tinyModels.qwen;

  async function prepare(text: string, images: RawImage[]): Promise<Inputs> {
    if (images.length === 0) return processor.tokenizer!(text) as Inputs;
    if (!isQwen || images.length === 1) return await processor(text, images) as Inputs;
    // The processor of Qwen-VL takes one image.
    const parts: Inputs[] = [];
    for (const image of images) parts.push(await processor.image_processor!(image) as Inputs);
    let next = 0;
    const filled = text.replace(/<\|image_pad\|>/g, () => {
      const grid = parts[next++]!['image_grid_thw']!.tolist()[0] as bigint[];
      return '<|image_pad|>'.repeat(Number(grid.reduce((a, b) => a * b, 1n)) / 4);
    });
    return { ...(processor.tokenizer!(filled) as Inputs), pixel_values: cat(parts.map((part) => part['pixel_values']!), 0), image_grid_thw: cat(parts.map((part) => part['image_grid_thw']!), 0) };
  }

  /** Log-probabilities of the token after `said`, which follows the opening of the answer. */
  return async function ask(content: (string | ImageSource)[], said = ''): Promise<number[]> {
    const sources = content.filter((part): part is ImageSource => typeof part !== 'string');
    const images = await Promise.all(sources.map(async (image) => RawImage.fromBlob(new Blob([await image.bytes() as Uint8Array<ArrayBuffer>]))));
    const messages = [{ role: 'user', content: content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : { type: 'image' })) }];
    const text = processor.apply_chat_template(messages as never, { add_generation_prompt: true }) as string;
    const output = await model(await prepare(text + said, images.map((image) => image.rgb()))) as { logits: Tensor };
    const last = Array.from((output.logits.data as Float32Array).slice(-output.logits.dims[2]!));
    const sum = Math.log(last.reduce((total, logit) => total + Math.exp(logit), 0));
    return last.map((logit) => logit - sum);
  };
}

const id = (character: string): number => character.charCodeAt(0);

describe.each(Object.entries(tinyModels))('against the library by itself: %s', (_, folder) => {
  let model: OnnxModel;
  let ask: Awaited<ReturnType<typeof createReference>>;
  let images: ImageSource[];
  beforeAll(async () => {
    [model, ask] = [await createOnnxModel({ source: folder }), await createReference(folder)];
    images = await Promise.all([[1, 40, 28], [2, 20, 60], [3, 16, 16]].map(([seed = 0, width = 0, height = 0]) => drawImage(seed, width, height)));
  });
  afterAll(() => model.close());

  it.each([
    ['text', []], ['an image', [0]], ['a tall image', [1]], ['a small image', [2]], ['two images', [0, 1]], ['three images', [2, 0, 1]], ['an image twice', [0, 0]],
  ])('gives the same probability of a label: %s', async (_name, picked) => {
    const content = ['Here:\n', ...picked.map((at) => images[at] as ImageSource), 'Is step 1 right? 日本語 é 😀'];
    const truth = await ask(content);
    const [plus = 0, minus = 0] = [truth[id('+')], truth[id('-')]];
    for (const round of ['computed', 'reused']) {
      const { tokens, usage } = await model.doGenerate(labelCall([userMessage(...content)]));
      expect(usage?.cachedTokens === usage?.promptTokens).toBe(round === 'reused');
      const read = readLabelProbability({ tokens, labels: ['+', '-'], label: '+' });
      expect(read?.source).toBe('label-logprobs');
      expect(Math.abs((read?.probability ?? 0) - Math.exp(plus) / (Math.exp(plus) + Math.exp(minus)))).toBeLessThan(1e-4);
      const top = tokens?.[0]?.top ?? [];
      expect(Math.abs((top.find(({ token }) => token === '+')?.logprob ?? 0) - plus)).toBeLessThan(1e-4);
      expect(Math.abs((top[0]?.logprob ?? 0) - Math.max(...truth))).toBeLessThan(1e-4);
    }
  });

  it('compares choices of several tokens token by token', async () => {
    const content = [images[0] as ImageSource, 'Which?'];
    const call = labelCall([userMessage(...content)], { sampling: { temperature: 0, maxTokens: 8 }, constraint: { type: 'choice', choices: ['ab1', 'ab2', 'zz'] } });
    const { text, tokens } = await model.doGenerate(call);
    const first = await ask(content);
    const begins = (first[id('a')] ?? 0) > (first[id('z')] ?? 0) ? 'a' : 'z';
    expect(text[0]).toBe(begins);
    for (const [at, { token, logprob }] of (tokens ?? []).entries()) {
      expect(Math.abs(((await ask(content, text.slice(0, at)))[id(token)] ?? 0) - logprob)).toBeLessThan(1e-4);
    }
    expect(tokens?.length).toBe(text.length);
  });

  it('decodes freely as a pass over everything would', async () => {
    const content = [images[1] as ImageSource, 'Tell.'];
    const { text } = await model.doGenerate({ ...labelCall([userMessage(...content)]), constraint: undefined, topLogprobs: undefined, sampling: { temperature: 0, maxTokens: 6 } });
    let said = '';
    for (const character of text) {
      const next = await ask(content, said);
      expect(next.indexOf(Math.max(...next))).toBe(id(character));
      said += character;
    }
  });
});
