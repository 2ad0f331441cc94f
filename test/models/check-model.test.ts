import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { imageCall } from '../../src/models/check/check-calls.js';
import { checkModel } from '../../src/models/check-model.js';
import { connectModel } from '../../src/models/connect-model.js';
import { startSimulatedServer, type ServerKind, type SimulatedServerOptions } from '../helpers/simulated-server/start-simulated-server.js';
import type { TruthFunction } from '../helpers/simulated-server/truth.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

/** A model that sees: it knows the red square by its bytes. */
async function seeing(): Promise<TruthFunction> {
  const [part] = (await imageCall('red')).messages[0]?.content ?? [];
  const red = part?.type === 'image' ? await part.image.sha256() : '';
  return ({ messages }) => {
    const { text, images } = messages.at(-1) ?? { text: '', images: [] };
    if (images[0] !== undefined) return { text: createHash('sha256').update(Buffer.from(images[0], 'base64')).digest('hex') === red ? 'red' : 'blue' };
    if (text.includes('JSON')) return { text: '{"sum":4}' };
    return text.startsWith('Step') ? { text: '+', probabilities: { '+': 0.97, '-': 0.03 } } : { text: 'yes' };
  };
}

async function check(kind: ServerKind, options: Partial<SimulatedServerOptions> = {}) {
  const server = await startSimulatedServer({ kind, truth: await seeing(), ...options });
  open.push(server);
  const { model } = await connectModel({ baseUrl: server.baseUrl, name: 'vlm', timeoutMs: 2000 });
  open.push(model);
  const { capabilities, ...rest } = await checkModel(model);
  return { ...rest, calls: server.stats.calls, states: Object.fromEntries(capabilities.map(({ name, state }) => [name, state])), capabilities };
}

describe('checkModel', () => {
  it.each([
    ['vllm', { choice: 'yes', logprobs: 'yes', json: 'yes', images: 'yes', 'prefix-cache': 'yes', 'prompt-logprobs': 'yes' }],
    ['llamacpp', { choice: 'yes', logprobs: 'yes', json: 'yes', images: 'yes', 'prefix-cache': 'yes', 'prompt-logprobs': 'no' }],
    ['ollama', { choice: 'yes', logprobs: 'yes', json: 'yes', images: 'yes', 'prefix-cache': 'unknown', 'prompt-logprobs': 'no' }],
  ] as const)('finds what %s can do, in seven calls', async (kind, expected) => {
    const { states, calls, judgeMs, model } = await check(kind);
    expect(states).toEqual(expected);
    expect([calls, model]).toEqual([7, 'vlm']);
    expect(judgeMs).toBeGreaterThan(0);
  });

  it('says what a model cannot do, and why', async () => {
    const read = await seeing();
    const { capabilities } = await check('generic', {
      maxImageChars: 10,
      truth: (request) => {
        if (request.choices !== null) throw new Error('response_format is not supported');
        if (request.wantsLogprobs) throw new Error('logprobs are not supported');
        return read(request).text === '+' ? { text: 'I think it is fine' } : { text: 'no idea' };
      },
    });
    expect(capabilities.map(({ name, state, detail }) => `${name}: ${state}, ${detail}`)).toEqual([
      'choice: no, the server does not keep answers to a constraint',
      'logprobs: no, it gives none',
      expect.stringContaining('json: no, Expected JSON in the form asked for') as string,
      expect.stringContaining('images: no') as string,
      'prefix-cache: unknown, the server does not tell cached tokens',
      'prompt-logprobs: no, it gives none',
    ]);
  });

  it('does not call a guess sight', async () => {
    const { states } = await check('vllm', { truth: () => ({ text: 'red' }) });
    expect(states).toMatchObject({ images: 'unknown', json: 'no', choice: 'no', logprobs: 'no' });
  });
});
