import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { connectModel, type ConnectModelOptions } from '../../src/models/connect-model.js';
import { describeChatModelContract } from '../contracts/chat-model.js';
import { startSimulatedServer, type ServerKind, type SimulatedServer, type SimulatedServerOptions } from '../helpers/simulated-server/start-simulated-server.js';
import type { SeenRequest } from '../helpers/simulated-server/truth.js';
import { tinyPng } from '../helpers/tiny-png.js';

const kinds: ServerKind[] = ['vllm', 'sglang', 'llamacpp', 'ollama', 'generic'];

for (const kind of kinds) {
  describeChatModelContract(kind, async () => {
    let seen: SeenRequest | undefined;
    const server = await startSimulatedServer({ kind, truth: (request) => { seen = request; return { text: '+', probabilities: { '+': 0.9, '-': 0.1 } }; } });
    const { model } = await connectModel({ baseUrl: server.baseUrl, name: 'vlm' });
    return {
      model, answer: '+', hasLogprobs: true,
      lastSeen: () => ({ text: seen?.messages.at(-1)?.text ?? '', images: seen?.messages.at(-1)?.images.length ?? 0 }),
      close: async () => { await model.close(); await server.close(); },
    };
  });
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

async function connect(options: Partial<SimulatedServerOptions> = {}, model: Partial<ConnectModelOptions> = {}): Promise<{ server: SimulatedServer } & Awaited<ReturnType<typeof connectModel>>> {
  const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+', probabilities: { '+': 0.9, '-': 0.1 } }), ...options });
  open.push(server);
  const connected = await connectModel({ baseUrl: server.baseUrl, name: 'vlm', ...model });
  open.push(connected.model);
  return { server, ...connected };
}

const ask = (text = 'Q', image?: Uint8Array) => ({
  messages: [{ role: 'user' as const, content: [...(image ? [{ type: 'image' as const, image: createMemoryImage(image) }] : []), { type: 'text' as const, text }] }],
  sampling: { temperature: 0, maxTokens: 8, seed: 7 }, sampleIndex: 0,
});

describe('createOpenAiModel', () => {
  it.each(kinds)('finds out that a server is %s, or is told', async (kind) => {
    expect((await connect({ kind })).dialect).toBe(kind);
    expect((await connect({ kind }, { dialect: 'sglang' })).dialect).toBe('sglang');
  });

  it.each(kinds)('reads the probabilities of %s at the choice itself, whatever wraps it', async (kind) => {
    const { model } = await connect({ kind });
    const { tokens } = await model.doGenerate({ ...ask(), constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 5 });
    expect(tokens).toHaveLength(1);
    expect(tokens?.[0]?.top.map(({ token, logprob }) => [token, Math.exp(logprob).toFixed(3)])).toEqual([['+', '0.900'], ['-', '0.100']]);
  });

  it('keeps reasoning apart from the answer and from its tokens', async () => {
    const { model } = await connect({ faults: () => 'think-text' });
    const result = await model.doGenerate({ ...ask(), topLogprobs: 5 });
    expect(result).toMatchObject({ text: '+', reasoning: 'Let me see.' });
    expect(result.tokens?.map(({ token }) => token)).toEqual(['+']);
    const { model: other } = await connect({ truth: () => ({ text: 'yes', reasoning: 'because' }) });
    expect(await other.doGenerate(ask())).toMatchObject({ text: 'yes', reasoning: 'because' });
  });

  it('tells cached prompt tokens, an answer that was cut off, and the model that answered', async () => {
    for (const kind of ['vllm', 'sglang', 'llamacpp'] as const) {
      const { model } = await connect({ kind, truth: () => ({ text: 'one two three four' }) });
      const call = { ...ask('x'.repeat(2000)), sampling: { temperature: 0, maxTokens: 2 } };
      await model.doGenerate(call);
      const { usage, finishReason, text, model: name } = await model.doGenerate(call);
      expect(usage?.cachedTokens).toBeGreaterThan(400);
      expect([finishReason, text, name]).toEqual(['length', 'one two', 'vlm']);
    }
  });

  it('tells a refusal', async () => {
    const { model } = await connect({ faults: () => 'refusal' });
    expect(await model.doGenerate(ask())).toMatchObject({ text: '', finishReason: 'content-filter', warnings: ['the model refused: I cannot help with that.'] });
  });

  it('sends seed plus sample index, extra fields, and one data URL an image', async () => {
    const { model, server } = await connect({}, { extraBody: { chat_template_kwargs: { enable_thinking: false } } });
    await model.doGenerate({ ...ask('Q', tinyPng(3)), sampleIndex: 2 });
    expect(server.bodies.at(-1)).toMatchObject({ seed: 9, chat_template_kwargs: { enable_thinking: false }, messages: [{ content: [{ image_url: { url: `data:image/png;base64,${Buffer.from(tinyPng(3)).toString('base64')}` } }, { text: 'Q' }] }] });
    expect(model.id).toMatch(/#vlm \(vllm, extra-body=[0-9a-f]{12}\)$/);
  });

  it('merges extra fields into those that are objects already', async () => {
    const { model, server } = await connect({ kind: 'ollama' }, { extraBody: { keep_alive: '1h', options: { temperature: 1, seed: 3 } } });
    await model.doGenerate(ask());
    expect(server.bodies.at(-1)).toMatchObject({ keep_alive: '1h', options: { temperature: 1, seed: 3, num_predict: 8 } });
  });

  it('takes one signal for many calls without a warning', async () => {
    const warnings: string[] = [];
    const note = (warning: Error): void => { warnings.push(warning.name); };
    process.on('warning', note);
    const { model } = await connect({ latencyMs: 20 });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, (_, sampleIndex) => model.doGenerate({ ...ask(), sampleIndex, signal })));
    await new Promise((next) => setTimeout(next, 10));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('shrinks images past max-pixels, and only those', async () => {
    const { model, server } = await connect({}, { maxPixels: 100 });
    await model.doGenerate(ask('Q', tinyPng(1, 10)));
    await model.doGenerate(ask('Q', tinyPng(1, 40)));
    const urls = server.bodies.map((body) => (body as { messages: { content: { image_url: { url: string } }[] }[] }).messages[0]?.content[0]?.image_url.url ?? '');
    const sides = urls.map((url) => Buffer.from(url.split(',')[1] ?? '', 'base64').readUInt32BE(16));
    expect(sides).toEqual([10, 10]);
    expect(urls[0]).toContain(Buffer.from(tinyPng(1, 10)).toString('base64'));
  });

  it('does without what a server refuses, says so, and asks for it no more', async () => {
    const { model, server } = await connect({ kind: 'generic' });
    const read = server.options.truth;
    server.options.truth = (request) => { if (request.wantsLogprobs) throw new Error('logprobs is not supported by this model'); return read(request); };
    const first = await model.doGenerate({ ...ask(), topLogprobs: 5 });
    const second = await model.doGenerate({ ...ask(), topLogprobs: 5 });
    expect([first.text, first.tokens, first.warnings]).toEqual(['+', null, ['the server gives no token log-probabilities']]);
    expect(second.warnings).toHaveLength(1);
    expect(server.stats.calls).toBe(3);
  });

  it('does without log-probabilities of the prompt, and keeps those of the answer', async () => {
    const { model, server } = await connect({ kind: 'vllm' });
    const read = server.options.truth;
    server.options.truth = (request) => {
      if ('prompt_logprobs' in (server.bodies.at(-1) ?? {})) throw new Error('Prompt logprobs are not supported here');
      return read(request);
    };
    for (let i = 0; i < 2; i++) {
      const { tokens, promptTokens, warnings } = await model.doGenerate({ ...ask(), topLogprobs: 5, promptLogprobs: 5 });
      expect([tokens?.length, promptTokens, warnings]).toEqual([1, undefined, ['the server gives no log-probabilities of the prompt']]);
    }
    expect(server.stats.calls).toBe(3);
  });
});

describe('errors of a model', () => {
  const fails = async (promise: Promise<unknown>): Promise<Record<string, unknown>> => promise.then(() => { throw new Error('expected an error'); }, (error: unknown) => error as Record<string, unknown>);

  it('says that the key is wrong, and never prints it', async () => {
    const secret = 'sk-very-secret-1234';
    const server = await startSimulatedServer({ kind: 'openai', truth: () => ({ text: '+' }), apiKey: 'right' });
    open.push(server);
    const error = await fails(connectModel({ baseUrl: server.baseUrl, name: 'vlm', apiKeyEnv: 'MY_KEY', env: { MY_KEY: secret } }));
    expect(error).toMatchObject({ kind: 'auth', isRetryable: false, status: 401 });
    expect(String(error['message'])).toContain('MY_KEY');
    expect(JSON.stringify(error) + String(error['stack'])).not.toContain(secret);
    await expect(connectModel({ baseUrl: server.baseUrl, name: 'vlm', apiKeyEnv: 'MY_KEY', env: {} })).rejects.toThrow('MY_KEY, but it is not set');
  });

  it('lists the models served when the name is not among them, or missing', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+' }), models: ['a', 'b'] });
    open.push(server);
    expect(await fails(connectModel({ baseUrl: server.baseUrl, name: 'c' }))).toMatchObject({ kind: 'model-not-served', message: expect.stringContaining('a, b') as string });
    await expect(connectModel({ baseUrl: server.baseUrl, name: null })).rejects.toThrow('several: a, b');
    server.options.models = ['only'];
    const { name, model, contextLength } = await connectModel({ baseUrl: server.baseUrl, name: null });
    open.push(model);
    expect([name, contextLength]).toEqual(['only', 100_000]);
  });

  it('says that nobody listens', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+' }) });
    await server.close();
    expect(await fails(connectModel({ baseUrl: server.baseUrl, name: 'vlm' }))).toMatchObject({ kind: 'connection', message: expect.stringContaining('nobody listens') as string });
  });

  it.each(kinds)('knows a context overflow of %s', async (kind) => {
    const { model } = await connect({ kind, contextTokens: 50 });
    expect(await fails(model.doGenerate(ask('x'.repeat(1000))))).toMatchObject({ kind: 'context-overflow', isRetryable: false });
  });

  it.each(kinds)('knows an image that %s refuses', async (kind) => {
    const { model } = await connect({ kind, maxImageChars: 10 });
    expect(await fails(model.doGenerate(ask('Q', tinyPng(1))))).toMatchObject({ kind: 'image-refused', isRetryable: false });
  });

  it.each([
    ['rate-limit', 'rate-limit', null], ['rate-limit-retry-after', 'rate-limit', 50], ['error-500', 'server', null], ['error-503', 'server', null],
    ['reset', 'connection', null], ['half-body', 'connection', null], ['malformed-json', 'malformed-answer', null], ['empty-choices', 'malformed-answer', null], ['hang', 'timeout', null],
  ] as const)('knows the fault %s as retryable', async (fault, kind, retryAfterMs) => {
    for (const server of ['vllm', 'ollama'] as const) {
      const { model } = await connect({ kind: server, faults: () => fault }, { timeoutMs: fault === 'hang' ? 200 : 10_000 });
      expect(await fails(model.doGenerate(ask()))).toMatchObject({ kind, isRetryable: true, retryAfterMs });
    }
  });

  it('ends a call in flight when the signal fires', async () => {
    const { model } = await connect({ faults: () => 'hang' });
    const controller = new AbortController();
    const asked = fails(model.doGenerate({ ...ask(), signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect(await asked).toMatchObject({ name: 'AbortedError' });
  });

  it('refuses extra fields that would change what is read', async () => {
    await expect(connect({}, { extraBody: { stream: true } })).rejects.toThrow('`stream`');
  });
});
