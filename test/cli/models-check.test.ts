import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { imageCall } from '../../src/models/check/check-calls.js';
import { runPrm } from '../helpers/run-prm.js';
import { startSimulatedServer, type ServerKind, type SimulatedServerOptions } from '../helpers/simulated-server/start-simulated-server.js';
import type { TruthFunction } from '../helpers/simulated-server/truth.js';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

const [redPart] = (await imageCall('red')).messages[0]?.content ?? [];
const red = redPart?.type === 'image' ? await redPart.image.sha256() : '';
const longName = 'another/very-long-name-of-a-vision-language-model-7B-Instruct';

/** A model that judges, counts, and tells a red square by its bytes. */
const able: TruthFunction = ({ messages }) => {
  const { text, images } = messages.at(-1) ?? { text: '', images: [] };
  if (images[0] !== undefined) return { text: createHash('sha256').update(Buffer.from(images[0], 'base64')).digest('hex') === red ? 'red' : 'blue' };
  if (text.includes('JSON')) return { text: '{"sum":4}' };
  return text.startsWith('Step') ? { text: '+', probabilities: { '+': 0.97, '-': 0.03 } } : { text: 'yes' };
};

async function serve(kind: ServerKind, options: Partial<SimulatedServerOptions> = {}) {
  const server = await startSimulatedServer({ kind, truth: able, ...options });
  open.push(server);
  return server;
}

/** A server with one page for every address. */
async function servePage(body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const check = (flags: readonly string[], env: Record<string, string> = {}) => runPrm(['models', 'check', ...flags], { env: { COLUMNS: '80', ...env } });

interface Checked {
  name: string;
  dialect: string;
  jobs: string[];
  contextLength: number | null;
  served: string[] | null;
  capabilities: { name: string; state: string; detail: string }[];
  judge: { answer: string; result: { probability: number | null; source: string } | null; milliseconds: number };
}
const readLines = (stdout: string): Checked[] => stdout.trim().split('\n').map((line) => JSON.parse(line) as Checked);
const statesOf = ({ capabilities }: Checked): Record<string, string> => Object.fromEntries(capabilities.map(({ name, state }) => [name, state]));

describe('prm models check', () => {
  it.each([
    ['vllm', 'vllm', 100_000, { 'prefix-cache': 'yes', 'prompt-logprobs': 'yes' }],
    ['sglang', 'sglang', 100_000, { 'prefix-cache': 'yes', 'prompt-logprobs': 'no' }],
    ['llamacpp', 'llamacpp', null, { 'prefix-cache': 'yes', 'prompt-logprobs': 'no' }],
    ['ollama', 'ollama', null, { 'prefix-cache': 'unknown', 'prompt-logprobs': 'no' }],
    ['openai', 'generic', null, { 'prefix-cache': 'yes', 'prompt-logprobs': 'no' }],
    ['generic', 'generic', null, { 'prefix-cache': 'unknown', 'prompt-logprobs': 'no' }],
  ] as const)('says what a server like %s is and can do', async (kind, dialect, contextLength, states) => {
    const { baseUrl, stats } = await serve(kind, { models: ['vlm', longName] });
    const { code, stdout, stderr } = await check(['--model', `${baseUrl}#vlm`, '--json']);
    const [checked] = readLines(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(checked).toMatchObject({ name: 'vlm', dialect, contextLength, jobs: ['describe', 'audit', 'judge'], served: kind === 'ollama' ? ['vlm:latest', `${longName}:latest`] : ['vlm', longName] });
    expect(statesOf(checked as Checked)).toEqual({ choice: 'yes', logprobs: 'yes', json: 'yes', images: 'yes', pooling: 'no', ...states });
    expect(checked?.judge).toMatchObject({ answer: '"+"', result: { source: 'label-logprobs', probability: expect.closeTo(0.97, 6) as number } });
    expect(stats.calls).toBe(7);
  });

  it.each(['80', '60'])('prints a table that fits into %s columns, with names that can be copied', async (COLUMNS) => {
    const { baseUrl } = await serve('vllm', { models: ['vlm', longName.slice(0, 35)] });
    const { stdout } = await check(['--model', `${baseUrl}#vlm`], { COLUMNS });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS))).toEqual([]);
    for (const text of ['server             vllm', 'context length     100000 tokens', longName.slice(0, 35), 'log-probabilities  yes', 'pooling            no', 'It can judge']) expect(stdout).toContain(text);
    expect(stdout).toMatch(/judge call {9}"\+", after \d+ ms/);
  });

  it('has a pooling endpoint judge a right and a wrong step in one real call', async () => {
    const { baseUrl, stats, bodies } = await serve('vllm', { poolingTruth: () => [0.97, 0.1] });
    const { code, stdout } = await check(['--model', baseUrl, '--judge', 'pooling', '--step-mark', '<step>']);
    expect(code).toBe(0);
    for (const text of ['2 rows for 2 steps', 'P = 0.970 for a right step and 0.100 for a wrong one', 'one call a solution']) expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    expect([stats.calls, JSON.stringify(bodies[0]).match(/<step>/g)?.length]).toEqual([1, 2]);
  });

  it('checks every model that the options name, each for what it would do', async () => {
    const [chat, native] = [await serve('vllm'), await serve('vllm', { models: ['prm'], poolingTruth: () => [0.9, 0.2] })];
    const { code, stdout } = await check(['--model', chat.baseUrl, '--judge-model', native.baseUrl, '--judge', 'pooling', '--json']);
    expect(code).toBe(0);
    expect(readLines(stdout).map(({ name, dialect, jobs }) => [name, dialect, jobs])).toEqual([['vlm', 'vllm', ['describe', 'audit']], ['prm', 'pooling', ['judge']]]);
  });

  it('ends with 1 when no judgment comes, and says what to do', async () => {
    const { baseUrl } = await serve('vllm', { truth: () => ({ text: 'I think it is fine' }) });
    const { code, stdout } = await check(['--model', baseUrl]);
    expect(code).toBe(1);
    expect(stdout).toContain('No judge');
    expect(stdout).toContain('--judge critic');
    expect(readLines((await check(['--model', baseUrl, '--json'])).stdout)[0]?.judge.result).toBeNull();
  });

  it('takes a label without log-probabilities for a judge of hard labels', async () => {
    const { baseUrl } = await serve('generic', { faults: () => 'no-logprobs' });
    const { code, stdout } = await check(['--model', baseUrl]);
    expect(code).toBe(0);
    expect(stdout).toContain('only by hard labels');
  });

  it('never shows the key, whatever the server says', async () => {
    const { baseUrl } = await serve('vllm', { apiKey: 'right-key' });
    const { code, stdout, stderr } = await check(['--model', baseUrl, '--api-key-env', 'MY_KEY'], { MY_KEY: 'wrong-key-123' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/status 401.*MY_KEY/);
    expect(stderr).not.toContain('wrong-key-123');
    expect((await check(['--model', baseUrl, '--api-key-env', 'MY_KEY', '--json'], { MY_KEY: 'right-key' })).stdout).not.toContain('right-key');
  });

  it.each<[string, () => Promise<string[]>, number, RegExp]>([
    ['no model', async () => [], 2, /got none\. Name it: `--model/],
    ['an unknown scheme', async () => ['--model', 'ftp://127.0.0.1/v1#x'], 2, /the scheme `ftp` is not known/],
    ['no server', async () => ['--model', 'http://127.0.0.1:9/v1#x'], 1, /nobody listens there/],
    ['a name that is not served', async () => ['--model', `${(await serve('vllm', { models: ['a', 'b'] })).baseUrl}#c`], 1, /expected the model `c`, but the server has a, b/],
    ['no name where there are several', async () => ['--model', (await serve('vllm', { models: ['a', 'b'] })).baseUrl], 2, /the server has several: a, b/],
    ['a page of HTML', async () => ['--model', await servePage('<html>hello</html>')], 1, /does not answer with a list of models/],
    ['a page of HTML for pooling', async () => ['--model', await servePage('<html>hello</html>'), '--judge', 'pooling'], 1, /does not answer with a list of models/],
    ['a server without pooling', async () => ['--model', (await serve('vllm')).baseUrl, '--judge', 'pooling'], 1, /status 404/],
    ['a server that only pools', async () => ['--model', (await serve('vllm', { truth: () => { throw new Error('This model does not support the Chat Completions API'); }, poolingTruth: () => [0.9, 0.2] })).baseUrl], 1, /answers \/pooling, though: check it with `--judge pooling`/],
    ['a server that is too slow', async () => ['--model', (await serve('vllm', { latencyMs: 3000 })).baseUrl, '--timeout', '0.3', '--retries', '0'], 1, /within 0\.3 s, but none came/],
    ['a judge mode that there is not', async () => ['--model', 'http://127.0.0.1:9/v1', '--judge', 'pool'], 2, /`--judge` to be one of per-step/],
  ])('answers %s with one line', async (_, makeFlags, expectedCode, message) => {
    const { code, stdout, stderr } = await check(await makeFlags());
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([expectedCode, '']);
  });
});
