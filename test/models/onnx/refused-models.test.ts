import { rmSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AbortedError, UsageError } from '../../../src/errors/index.js';
import { ModelError } from '../../../src/models/model-error.js';
import { createOnnxModel } from '../../../src/models/onnx/create-onnx-model.js';
import { copyTinyModel, editJson, tinyModels } from '../../helpers/onnx-models.js';
import { tempFolder } from '../../helpers/temp-folder.js';

/** Loads a copy of a tiny model after something was done to it, and gives the error. */
async function refusal(model: string, damage: (folder: string) => void, dtype?: string): Promise<ModelError> {
  const folder = copyTinyModel(model);
  damage(folder);
  const error: unknown = await createOnnxModel({ source: folder, dtype }).then((made) => made.close(), (thrown: unknown) => thrown);
  if (!(error instanceof ModelError)) throw new Error(`Expected a ModelError, got ${String(error)}.`);
  expect(error.message).not.toContain('\n');
  return error;
}

const remove = (...names: string[]) => (folder: string): void => { for (const name of names) rmSync(path.join(folder, name)); };

describe('a folder that cannot be loaded', () => {
  it.each([
    ['config.json', 'config.json'], ['preprocessor_config.json', 'preprocessor_config.json'], ['tokenizer.json', 'tokenizer.json'], ['tokenizer_config.json', 'tokenizer_config.json'], ['processor_config.json', 'processor_config.json'],
    ['onnx/decoder_model_merged.onnx', 'onnx/decoder_model_merged.onnx for the precision fp32'],
  ])('without %s', async (file, named) => {
    expect(await refusal(tinyModels.smolvlm, remove(file))).toMatchObject({ kind: 'model-not-served', isRetryable: false, message: expect.stringContaining(named) as string });
  });

  it('names several missing files at once', async () => {
    expect((await refusal(tinyModels.qwen, remove('config.json', 'tokenizer.json'))).message).toContain('expected config.json, tokenizer.json in the folder of the model, but they are missing');
  });

  it('in a precision that is not there, and names those that are', async () => {
    const { message } = await refusal(tinyModels.qwen, () => {}, 'q4');
    expect(message).toContain('onnx/vision_encoder_q4.onnx, onnx/embed_tokens_q4.onnx, onnx/decoder_model_merged_q4.onnx for the precision q4');
    expect(message).toContain('Whole are: fp32.');
  });

  it('of another class', async () => {
    const { message } = await refusal(tinyModels.smolvlm, (folder) => editJson(folder, 'config.json', (config) => { config['model_type'] = 'llava'; }));
    expect(message).toContain('config.json says `llava`');
    expect(message).toContain('idefics3, smolvlm, qwen2_vl, qwen2_5_vl, qwen3_vl');
  });

  it.each([
    ['smolvlm', 'tokenizer_config.json', 'chat_template', 'chat_template'],
    ['smolvlm', 'preprocessor_config.json', 'image_mean', 'image_mean'], ['qwen', 'preprocessor_config.json', 'image_std', 'image_std'],
    ['smolvlm', 'processor_config.json', 'image_seq_len', 'image_seq_len'], ['smolvlm', 'config.json', 'image_token_id', 'image_token_id'],
    ['qwen', 'config.json', 'vision_start_token_id', 'vision_start_token_id'], ['qwen', 'preprocessor_config.json', 'processor_class', 'processor_class'],
  ] as const)('%s whose %s lacks %s', async (model, file, setting, named) => {
    const { kind, message } = await refusal(tinyModels[model], (folder) => editJson(folder, file, (content) => { delete content[setting]; }));
    expect({ kind, message }).toEqual({ kind: 'model-not-served', message: expect.stringContaining(`\`${named}\``) as string });
  });

  it.each(['config.json', 'tokenizer.json', 'onnx/vision_encoder.onnx', 'onnx/decoder_model_merged.onnx'])('whose %s is cut off', async (file) => {
    const { kind, message } = await refusal(tinyModels.qwen, (folder) => truncateSync(path.join(folder, file), 100));
    expect(kind).toBe('model-not-served');
    expect(message).toMatch(/model: expected a model that loads, but it failed: .* download them again\.$/);
  });

  it('that does not exist', async () => {
    await expect(createOnnxModel({ source: './no-such-folder' })).rejects.toThrow(/Expected the folder of a model at .*no-such-folder, but there is none/);
  });
});

describe('a hub', () => {
  /** A hub that answers everything with one status. */
  async function withHub<T>(status: number, run: (endpoint: string, asked: { url: string; authorization: string | undefined }[]) => Promise<T>): Promise<T> {
    const asked: { url: string; authorization: string | undefined }[] = [];
    const server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
      response.writeHead(status).end('{}');
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
      return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  const load = (env: Record<string, string>, extra = {}) => createOnnxModel({ source: 'someone/some-vlm', cacheDir: tempFolder(), env, ...extra });

  it('out of reach', async () => {
    const error: unknown = await load({ HF_ENDPOINT: 'http://127.0.0.1:9' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'connection', message: expect.stringMatching(/^someone\/some-vlm: expected the hub at http:\/\/127\.0\.0\.1:9\/, but it is out of reach .* give its folder: onnx:\.\/folder\.$/) as string });
  });

  it.each([[404, 'model-not-served', 'config.json'], [401, 'auth', 'HF_TOKEN'], [403, 'auth', 'HF_TOKEN'], [503, 'connection', 'out of reach']])('that answers %d: %s', async (status, kind, words) => {
    await withHub(status, async (endpoint, asked) => {
      const error: unknown = await load({ HF_ENDPOINT: endpoint, HF_TOKEN: 'hf_hush' }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind, message: expect.stringContaining(words) as string });
      expect(String(error)).not.toContain('hf_hush');
      expect(asked[0]?.url).toBe('/someone/some-vlm/resolve/main/config.json');
      // A token for the hub is not for other hosts.
      expect(asked[0]?.authorization).toBeUndefined();
    });
  });

  it('is asked for the revision', async () => {
    await withHub(404, async (endpoint, asked) => {
      await expect(createOnnxModel({ source: 'someone/some-vlm@abc123', cacheDir: tempFolder(), env: { HF_ENDPOINT: endpoint } })).rejects.toThrow('someone/some-vlm@abc123');
      expect(asked[0]?.url).toBe('/someone/some-vlm/resolve/abc123/config.json');
    });
  });

  it.each([[{ offline: true }, {}], [{}, { HF_HUB_OFFLINE: '1' }], [{}, { TRANSFORMERS_OFFLINE: 'true' }]])('is not asked when offline: %j %j', async (extra, env) => {
    await withHub(200, async (endpoint, asked) => {
      await expect(load({ HF_ENDPOINT: endpoint, ...(env as Record<string, string>) }, extra)).rejects.toMatchObject({ kind: 'model-not-served', message: expect.stringContaining('offline') as string });
      expect(asked).toEqual([]);
    });
  });
});

describe('options', () => {
  it.each([
    [{ source: 'a b' }, 'folder or the hub id'], [{ source: 'a/b/c' }, 'folder or the hub id'], [{ source: 'a@b@c' }, 'folder or the hub id'],
    [{ source: tinyModels.qwen, dtype: 'fp8' }, 'precision of fp32, fp16'], [{ source: tinyModels.qwen, device: 'webgpu' }, 'device of cpu, cuda'],
    [{ source: tinyModels.qwen, memoryLimitMb: 0 }, 'memoryLimitMb'], [{ source: 'a/b', env: { HF_ENDPOINT: 'hub.example' } }, 'HF_ENDPOINT'],
  ])('%j', async (options, words) => {
    const error: unknown = await createOnnxModel(options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(words);
  });

  it('stops loading when the signal fires', async () => {
    await expect(createOnnxModel({ source: tinyModels.qwen, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(AbortedError);
    const controller = new AbortController();
    const loading = createOnnxModel({ source: tinyModels.qwen, signal: controller.signal });
    controller.abort();
    await expect(loading).rejects.toBeInstanceOf(AbortedError);
  });
});
