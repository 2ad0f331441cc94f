import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AbortedError, UsageError } from '../../src/errors/index.js';
import { openLmdbStore } from '../../src/models/cache/open-lmdb-store.js';
import { checkModel } from '../../src/models/check-model.js';
import { createModel, type CreateModelOptions, type ModelHandle } from '../../src/models/create-model.js';
import { createOnnxModel } from '../../src/models/onnx/create-onnx-model.js';
import { parseModelSpec } from '../../src/models/parse-model-spec.js';
import { describeChatModelContract } from '../contracts/chat-model.js';
import { textCall } from '../helpers/fake-chat-model.js';
import { copyTinyModel, drawImage, editJson, labelCall, tinyModels, userMessage } from '../helpers/onnx-models.js';
import { tempFolder } from '../helpers/temp-folder.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

async function create(folder: string, options: Partial<CreateModelOptions> = {}): Promise<ModelHandle> {
  const handle = await createModel({ spec: `onnx:${folder}`, ...options });
  open.push(handle.model);
  return handle;
}

describeChatModelContract('createModel with an ONNX model', async () => {
  const { model } = await createModel({ spec: `onnx:${tinyModels.smolvlm}` });
  return { model, answer: '-', hasLogprobs: true, close: () => model.close() };
});

describe('createModel with onnx:', () => {
  it('tells what it is and what was used; equal calls at the same time are one', async () => {
    const { model, info, usage, readLoad } = await create(tinyModels.qwen);
    expect(info).toEqual({ name: tinyModels.qwen, dialect: 'onnx', contextLength: 8192, endpoints: 1 });
    const call = labelCall([userMessage(await drawImage(1), 'Look.')]);
    const [a, b] = await Promise.all([model.doGenerate(call), model.doGenerate(call)]);
    expect(b.tokens).toEqual(a.tokens);
    const again = await model.doGenerate({ ...call, sampleIndex: 1 });
    expect(usage).toMatchObject({ calls: 3, failures: 0, open: 0, fromCache: 1 });
    expect(again.usage?.cachedTokens).toBe(again.usage?.promptTokens);
    expect(usage.prefixCachedTokens).toBeGreaterThanOrEqual(again.usage?.promptTokens ?? Infinity);
    expect(readLoad()).toEqual({ inFlight: 0, waiting: 0, limit: 1 });
  });

  it('keeps answers between runs, apart for models whose files differ', async () => {
    const folder = tempFolder();
    const cache = await openLmdbStore(folder);
    open.push(cache);
    const copy = copyTinyModel(tinyModels.smolvlm);
    const call = textCall('Kept?');
    const first = await (await create(copy, { cache })).model.doGenerate(call);
    const second = await create(copy, { cache });
    expect(await second.model.doGenerate(call)).toMatchObject({ text: first.text, usage: first.usage, isFromCache: true });
    expect((await create(copy, { cache, maxPixels: 100 })).model.id).not.toBe(second.model.id);
    editJson(copy, 'preprocessor_config.json', (content) => { content['resample'] = 2; });
    const changed = await create(copy, { cache });
    expect(changed.model.id).not.toBe(second.model.id);
    expect((await changed.model.doGenerate(call)).isFromCache).toBeUndefined();
  });

  it('stops a call that is computing, and answers the next', async () => {
    const { model } = await create(tinyModels.smolvlm);
    const controller = new AbortController();
    const long = model.doGenerate(textCall('x'.repeat(8000), { signal: controller.signal, sampling: { temperature: 0, maxTokens: 100 } }));
    setTimeout(() => controller.abort(), 20);
    await expect(long).rejects.toBeInstanceOf(AbortedError);
    expect((await model.doGenerate(textCall('Say plus.'))).finishReason).toBe('stop');
  });

  it('goes on with the same numbers when memory ran over', async () => {
    const model = await createOnnxModel({ source: tinyModels.qwen, memoryLimitMb: 1 });
    open.push(model);
    const call = labelCall([userMessage(await drawImage(2), 'Look.')]);
    const first = await model.doGenerate(call);
    for (let i = 0; i < 8 && model.starts === 1; i++) await model.doGenerate(textCall(`${i} ${'x'.repeat(7000)}`));
    const anew = await model.doGenerate(call);
    expect(model.starts).toBe(2);
    // But for the opening of the template, which every prompt shares.
    expect(anew.usage?.cachedTokens).toBeLessThan(20);
    expect(anew.tokens).toEqual(first.tokens);
  });

  it('keeps no program alive when it is idle, and leaves no process behind', () => {
    const program = `
      import { createOnnxModel } from './dist/models/onnx/create-onnx-model.js';
      const model = await createOnnxModel({ source: ${JSON.stringify(tinyModels.smolvlm)} });
      const { text } = await model.doGenerate(${JSON.stringify(textCall('Say plus.'))});
      console.log(text);`;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', timeout: 30_000 });
    expect({ stdout, status }).toEqual({ stdout: '-\n', status: 0 });
  });

  it('loads the other classes that share a graph', async () => {
    for (const [folder, modelType] of [[tinyModels.smolvlm, 'idefics3'], [tinyModels.qwen, 'qwen3_vl']] as const) {
      const copy = copyTinyModel(folder);
      editJson(copy, 'config.json', (config) => { config['model_type'] = modelType; });
      const call = labelCall([userMessage(await drawImage(1), 'Look.')]);
      const [first, other] = [(await create(folder)).model, (await create(copy)).model];
      expect((await other.doGenerate(call)).tokens).toEqual((await first.doGenerate(call)).tokens);
    }
  });

  it.each(['chat_template.jinja', 'chat_template.json'])('takes the template of %s where the tokenizer has none', async (file) => {
    const copy = copyTinyModel(tinyModels.qwen);
    editJson(copy, 'tokenizer_config.json', (config) => {
      const template = config['chat_template'] as string;
      writeFileSync(path.join(copy, file), file.endsWith('.json') ? JSON.stringify({ chat_template: template }) : template);
      delete config['chat_template'];
    });
    const call = labelCall([userMessage('Look.')]);
    expect((await (await create(copy)).model.doGenerate(call)).tokens).toEqual((await (await create(tinyModels.qwen)).model.doGenerate(call)).tokens);
  });

  it('shrinks images to a limit of pixels', async () => {
    const call = labelCall([userMessage(await drawImage(1, 64, 64), 'Look.')]);
    const [whole, small] = [await create(tinyModels.qwen), await create(tinyModels.qwen, { maxPixels: 256 })];
    const tokens = async ({ model }: ModelHandle): Promise<number> => (await model.doGenerate(call)).usage?.promptTokens ?? 0;
    expect(await tokens(small)).toBe(await tokens(whole) - 64 + 4);
  });

  it('is checked like any other model, and claims nothing that it has not', async () => {
    const { model } = await create(tinyModels.smolvlm);
    const { capabilities } = await checkModel(model);
    const states = Object.fromEntries(capabilities.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ choice: 'yes', logprobs: 'yes', json: 'no', 'prefix-cache': 'yes', 'prompt-logprobs': 'no' });
  });

  it('refuses what makes no sense', async () => {
    await expect(createModel({ spec: `onnx:${tinyModels.qwen}`, endpoints: ['http://host/v1'] })).rejects.toThrow('--endpoint');
    await expect(createModel({ spec: 'onnx:' })).rejects.toThrow(UsageError);
    expect(() => parseModelSpec('onnx:./x')).toThrow('got an ONNX model');
  });
});
