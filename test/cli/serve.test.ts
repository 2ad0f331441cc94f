import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { runPrm } from '../helpers/run-prm.js';
import { startSimulatedServer, type SimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { tinyPng } from '../helpers/tiny-png.js';

const models: SimulatedServer[] = [];
afterEach(async () => { for (const model of models.splice(0)) await model.close(); });

interface Serving {
  url: string;
  stderr: () => string;
  stop: () => Promise<number | null>;
}

/** Starts `prm serve` at a free port and waits until it says where. */
async function serve(args: string[], env: Record<string, string> = {}, onText: (stderr: string) => void = () => undefined): Promise<Serving> {
  let child: ChildProcess | undefined;
  let stderr = '';
  const folder = tempFolder();
  const ended = runPrm(['serve', '--port', '0', ...args], { env: { XDG_CACHE_HOME: folder, ...env }, onStart: (started) => { child = started; } });
  const url = await new Promise<string>((resolve, reject) => {
    child?.stderr?.on('data', (text: string) => {
      stderr += text;
      onText(stderr);
      const found = /Serving .* at (http:\S+)/.exec(stderr)?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then((result) => reject(new Error(`ended: ${result.stderr}`)), reject);
  });
  return { url, stderr: () => stderr, stop: async () => { child?.kill('SIGTERM'); return (await ended).code; } };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const dataset = ['--dataset', 'data/samples/problems.jsonl'];

describe('prm serve', () => {
  it('shapes by its flags, logs every reward for prm hacking, and tries canaries beside', async () => {
    const file = path.join(tempFolder(), 'rewards.jsonl');
    const server = await serve(['--reward-log', file, '--declare-penalty', '0.25', '--clip-low', '0.1', '--canary-every', '1']);
    const response = await post(`${server.url}/v1/verify`, { question: 'q', images: [], responses: [{ steps: [{ text: 'The table shows Plums: 348 on Thursday.', visual_dependency: null }, { text: '1 + 1 = 2' }] }] }, { 'x-training-step': '4' });
    expect(await response.json()).toMatchObject({ results: [{ shaping: { declarePenalty: -0.25 } }] });
    let metrics = '';
    for (let tries = 0; tries < 200 && !/kind="injected",outcome="(?:not-)?raised"\} 1/.test(metrics); tries += 1) metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/prm_canaries_total\{kind="padded",outcome="(?:not-)?raised"\} 1/);
    expect(await server.stop()).toBe(0);
    const report = JSON.parse((await runPrm(['hacking', file, '--json'])).stdout) as { samples: number; time: string; dropped: number };
    expect(report).toMatchObject({ samples: 1, time: 'training-step', dropped: 0 });
  });

  it('finds the image of a text-only trainer, rewards with the built-in verifier, and ends on SIGTERM', async () => {
    const server = await serve(dataset);
    const response = await post(`${server.url}/get_reward`, { query: ['<|im_start|>user\nq<|im_end|>\n<|im_start|>assistant\nFor Thursday the table gives Pears = 362, Apples = 293 and Plums = 348.\n\n362 + 293 = 655.<|im_end|>'], prompts: ['<|im_start|>user\nq<|im_end|>\n<|im_start|>assistant\n'], labels: ['{"id":"table-counts-01"}'] });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ extra_logs: { contradicted: [1], steps: [2] } });
    expect(await server.stop()).toBe(0);
    const logged = server.stderr().split('\n').find((line) => line.startsWith('{')) ?? '';
    expect(JSON.parse(logged)).toMatchObject({ route: '/get_reward', status: 200 });
  });

  it('answers what is in flight before it ends, and takes nothing new', async () => {
    const model = await startSimulatedServer({ kind: 'vllm', latencyMs: 400, truth: ({ choices }) => (choices === null ? { text: '{"claims":[]}' } : { text: '+', probabilities: { '+': 0.9, '-': 0.1 } }) });
    models.push(model);
    const server = await serve(['--model', `${model.baseUrl}#vlm`, '--premises', 'declared', '--no-cache']);
    const calls = model.stats.calls;
    const answer = post(`${server.url}/v1/steps`, { question: 'q', responses: [{ steps: [{ text: 'a', visual_dependency: null }] }] });
    while (model.stats.calls === calls) await new Promise((resolve) => setTimeout(resolve, 10));
    const code = server.stop();
    expect((await answer).status).toBe(200);
    expect(await code).toBe(0);
    await expect(post(`${server.url}/health`, {})).rejects.toThrow('fetch failed');
  });

  it('ends what takes longer than --drain: the client is told, and the process is gone', async () => {
    const model = await startSimulatedServer({ kind: 'vllm', latencyMs: 60_000, truth: () => ({ text: '+', probabilities: { '+': 0.9, '-': 0.1 } }) });
    models.push(model);
    const server = await serve(['--model', `${model.baseUrl}#vlm`, '--premises', 'declared', '--no-cache', '--drain', '0.3']);
    const calls = model.stats.calls;
    const answer = post(`${server.url}/v1/steps`, { question: 'q', responses: [{ steps: [{ text: 'a', visual_dependency: null }] }] });
    while (model.stats.calls === calls) await new Promise((resolve) => setTimeout(resolve, 10));
    const start = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - start).toBeLessThan(20_000);
    const { status, body } = await answer.then(async (response) => ({ status: response.status, body: await response.json() as unknown }));
    expect(status).toBe(503);
    expect(body).toMatchObject({ error: { type: 'stopped' } });
  });

  it('waits for a model server that is not up yet, as long as it is told to', async () => {
    const model = await startSimulatedServer({ kind: 'vllm', truth: ({ choices }) => (choices === null ? { text: '{"claims":[]}' } : { text: '+', probabilities: { '+': 0.9, '-': 0.1 } }) });
    models.push(model);
    const { port } = new URL(model.baseUrl);
    const front = createTcpServer((socket) => { socket.on('error', () => undefined).pipe(connect(Number(port), '127.0.0.1').on('error', () => undefined)).pipe(socket); });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    const address = front.address() as AddressInfo;
    await new Promise((resolve) => front.close(resolve));
    const flags = ['--model', `http://127.0.0.1:${address.port}/v1#vlm`, '--no-cache'];
    expect((await runPrm(['serve', '--port', '0', '--wait', '1', ...flags])).stderr.trim()).toMatch(/nobody listens there[^\n]*$/);

    const server = await serve(['--wait', '60', ...flags], {}, (text) => { if (text.includes('Waiting up to 60 s') && !front.listening) front.listen(address.port, '127.0.0.1'); });
    expect(server.stderr()).toContain('Waiting up to 60 s');
    const rewarded = await post(`${server.url}/v1/steps`, { question: 'q', responses: [{ steps: [{ text: 'a', visual_dependency: null }] }] });
    expect([rewarded.status, (await fetch(`${server.url}/ready`)).status]).toEqual([200, 200]);
    expect(await server.stop()).toBe(0);
    front.close();
  });

  it('says at the start that images are not where they should be, and warns where some are missing', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'problems.jsonl');
    const lines = ['a.png', 'b.png'].map((image, at) => JSON.stringify({ id: `p${at}`, question: `How many ${at}?`, images: [image] }));
    writeFileSync(file, `${lines.join('\n')}\n`);
    const none = await runPrm(['serve', '--port', '0', '--dataset', file]);
    expect([none.code, none.stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(none.stderr).toMatch(/none of the first 2 can be read.*a\.png.*--images/);
    expect((await runPrm(['serve', '--port', '0', '--dataset', file, '--images', path.join(folder, 'nowhere')])).stderr).toMatch(/^[^\n]*Expected a folder of images at [^\n]*nowhere[^\n]*\n$/);
    writeFileSync(path.join(folder, 'a.png'), tinyPng(1));
    const server = await serve(['--dataset', file]);
    expect(server.stderr()).toMatch(/"warning".*1 of the first 2 images.*b\.png/);
    expect(await server.stop()).toBe(0);
  });

  it('a dead model gives 503, never a number', async () => {
    const model = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+', probabilities: { '+': 0.9, '-': 0.1 } }) });
    const server = await serve(['--model', `${model.baseUrl}#vlm`, '--retries', '0', '--no-cache', '--deadline', '4']);
    await model.close();
    const response = await post(`${server.url}/slime`, { prompt: 'q', response: 'a', label: null });
    expect([response.status, (await fetch(`${server.url}/ready`)).status]).toEqual([503, 503]);
    expect(await server.stop()).toBe(0);
  });

  it('needs a key where one is named, and never prints it', async () => {
    const server = await serve(['--api-key-env', 'SESAME'], { SESAME: 'open-8841' });
    const body = { question: 'q', responses: ['1 + 1 = 2'] };
    expect((await post(`${server.url}/v1/steps`, body)).status).toBe(401);
    expect((await post(`${server.url}/v1/steps`, body, { authorization: 'Bearer open-8841' })).status).toBe(200);
    await server.stop();
    expect(server.stderr()).not.toContain('open-8841');
  });

  it.each([
    [['--host', '0.0.0.0'], /api-key-env/], [['--api-key-env', 'NOT_SET'], /NOT_SET/], [['--dataset', 'missing.jsonl'], /missing\.jsonl/], [['--on-error', 'zero'], /on-error/], [['--on-error', '-3'], /on-error.*\[0,1\]/], [['--on-error', '1.5'], /on-error.*\[0,1\]/], [['--weight-process', '0'], /weight/],
    [['--step-neutral', '--aggregate', 'min'], /mean over steps/], [['--potential-gamma', '2'], /potential-gamma/], [['--reward-log', 'none/x.jsonl'], /none.x\.jsonl/],
  ] as const)('%s ends in one line', async (flags, message) => {
    const { code, stderr } = await runPrm(['serve', '--port', '0', ...flags]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a port that is taken ends in one line', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await runPrm(['serve', '--port', String(port)]);
    await new Promise((resolve) => taken.close(resolve));
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain('in use');
  });
});
