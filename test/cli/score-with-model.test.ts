import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readManifest, type SessionModel } from '../../src/runs/index.js';
import { scoredProblemSchema, type ProblemRecord, type ScoredProblem } from '../../src/schema/index.js';
import { runPrm } from '../helpers/run-prm.js';
import { startSimulatedServer, type SimulatedServer, type SimulatedServerOptions } from '../helpers/simulated-server/start-simulated-server.js';
import type { SeenRequest, Truth } from '../helpers/simulated-server/truth.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { tinyPng } from '../helpers/tiny-png.js';

const open: SimulatedServer[] = [];
afterEach(async () => { for (const server of open.splice(0)) await server.close(); });

/** Trusts steps that say "right", supports claims that say "true", and contradicts the others. */
function truth({ messages, choices }: SeenRequest): Truth {
  const asked = messages.at(-1)?.text ?? '';
  if (choices !== null) {
    const p = /right[^\n]*\s*$/.test(asked) ? 0.9 : 0.2;
    return { text: p > 0.5 ? '+' : '-', probabilities: { '+': p, '-': 1 - p } };
  }
  if (messages.some(({ images }) => images.length > 0)) return { text: JSON.stringify({ caption: 'A price list.', key_facts: ['The bowl costs $5.'], uncertain: [], constraints: [] }) };
  const claims = [...asked.matchAll(/^(\d+)\. (.*)$/gm)];
  return { text: JSON.stringify({ verdicts: claims.map(([, number, claim]) => ({
    claim: Number(number), evidence: 'the first note', observable: true,
    ...(claim?.includes('true') ? { verdict: 'supported', severity: null } : { verdict: 'contradicted', severity: 'high' }),
  })) }) };
}

async function serve(options: Partial<SimulatedServerOptions> = {}): Promise<SimulatedServer> {
  const server = await startSimulatedServer({ kind: 'vllm', truth, ...options });
  open.push(server);
  return server;
}

const record = (id: string): ProblemRecord => ({
  format: 'prm-problem/1',
  problem: { id, question: `What does the bowl of ${id} cost?`, images: [`${id}.png`] },
  candidates: [0, 1].map((index) => ({
    index,
    solution: { checklist: 'declared' as const, steps: [
      { text: `The bowl of ${id} costs $${index}, right`, visualDependency: index === 0 ? 'a true price' : 'a false price' },
      { text: `So it is $${index}, wrong`, visualDependency: null },
    ] },
  })),
});

/** A folder with problems, each with an image of its own, and where the command may keep its cache. */
function makeProject(problems: number): { cwd: string; env: Record<string, string> } {
  const cwd = tempFolder();
  const ids = Array.from({ length: problems }, (_, at) => `p${at}`);
  ids.forEach((id, at) => writeFileSync(path.join(cwd, `${id}.png`), tinyPng(at + 1, 2)));
  writeFileSync(path.join(cwd, 'in.jsonl'), ids.map((id) => JSON.stringify(record(id))).join('\n'));
  mkdirSync(path.join(cwd, 'cache'));
  return { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
}

const args = (server: { baseUrl: string }, ...flags: string[]): string[] => ['score', 'in.jsonl', '-o', 'out.jsonl', '--model', `${server.baseUrl}#vlm`, ...flags];
const readScored = (cwd: string): ScoredProblem[] => readFileSync(path.join(cwd, 'out.jsonl'), 'utf8').trim().split('\n').map((line) => scoredProblemSchema.parse(JSON.parse(line)));
const lastModels = (cwd: string): SessionModel[] => readManifest(path.join(cwd, 'out.jsonl.run'))?.sessions.at(-1)?.models ?? [];

describe('prm score --model', () => {
  it('gives soft, gated rewards, and says in the manifest what stands behind them', async () => {
    const server = await serve();
    const { cwd, env } = makeProject(2);
    const { code, stderr } = await runPrm(args(server, '--seed', '7'), { cwd, env });
    expect([code, stderr.split('\n')[0]]).toEqual([0, expect.stringContaining('Read in.jsonl as native')]);
    const [first] = readScored(cwd);
    const [supported, contradicted] = first?.candidates.map(({ verification }) => verification.steps) ?? [];
    expect(supported?.[0]).toMatchObject({ judgment: { status: 'scored', source: 'label-logprobs' }, raw: expect.closeTo(0.8, 5), gated: expect.closeTo(0.8, 5) });
    expect(contradicted?.[0]).toMatchObject({ raw: expect.closeTo(0.8, 5), gated: -1 });
    expect(contradicted?.[1]).toMatchObject({ raw: expect.closeTo(-0.6, 5), gated: expect.closeTo(-0.6, 5) });
    expect(first?.selection).toMatchObject({ gated: { chosen: 0 }, raw: { tiedWith: [1] } });

    const manifest = readManifest(path.join(cwd, 'out.jsonl.run'));
    expect(manifest?.settings).toMatchObject({ seed: 7, verifier: expect.stringContaining('judge per-step') });
    expect(Object.keys(manifest?.settings.promptHashes ?? {})).toContain('judge-step-strict@1');
    // One description an image, one audit and two judgments a candidate.
    expect(server.stats.calls).toBe(2 * (1 + 2 * 3));
    expect(lastModels(cwd)).toMatchObject([{ jobs: ['describe', 'audit', 'judge'], name: 'vlm', namesSeen: ['vlm'], dialect: 'vllm', usage: { calls: 14, failures: 0 }, cost: null }]);
  });

  it('asks nothing twice over a warm cache, whatever the run folder', async () => {
    const server = await serve();
    const { cwd, env } = makeProject(2);
    await runPrm(args(server), { cwd, env });
    const before = readFileSync(path.join(cwd, 'out.jsonl'), 'utf8');
    expect((await runPrm(args(server, '--fresh'), { cwd, env })).code).toBe(0);
    expect(server.stats.calls).toBe(14);
    expect(readFileSync(path.join(cwd, 'out.jsonl'), 'utf8')).toBe(before);
    expect(lastModels(cwd)[0]?.usage).toMatchObject({ calls: 14, fromCache: 14, promptTokens: 0 });
    await runPrm(args(server, '--fresh', '--no-cache'), { cwd, env });
    expect(server.stats.calls).toBe(28);
  });

  it('uses one model to look and another to judge, and counts them apart with their costs', async () => {
    const [looking, judging] = [await serve({ models: ['eye'] }), await serve()];
    const { cwd, env } = makeProject(1);
    writeFileSync(path.join(cwd, 'prices.yaml'), 'currency: EUR\nmodels:\n  eye: { input: 1000, output: 0 }\n');
    const { code, stderr } = await runPrm(args(judging, '--describe-model', `${looking.baseUrl}#eye`, '--prices', 'prices.yaml', '--judge', 'batch'), { cwd, env });
    // The batch judge finds no array in what this server says: nothing is made of that.
    expect(code).toBe(1);
    expect(looking.stats.calls).toBe(1);
    const [eye, vlm] = lastModels(cwd);
    expect([eye?.jobs, vlm?.jobs]).toEqual([['describe'], ['audit', 'judge']]);
    expect(eye?.cost).toEqual({ amount: expect.closeTo((eye?.usage.promptTokens ?? 0) / 1000, 9), currency: 'EUR' });
    expect(vlm?.cost).toBeNull();
    expect(stderr).toContain('eye (describe): 1 calls');
    expect(readScored(cwd)[0]?.candidates[0]?.verification.steps[0]?.judgment).toMatchObject({ status: 'unscored' });
  });

  it('judges at a pooling endpoint beside a chat model that looks', async () => {
    const chat = await serve();
    const pooling = await serve({ models: ['prm'], poolingTruth: (text) => text.split('<extra_0>').slice(0, -1).map((step) => (step.includes('right') ? 0.75 : 0.25)) });
    const { cwd, env } = makeProject(1);
    const { code } = await runPrm(args(chat, '--judge', 'pooling', '--judge-model', `${pooling.baseUrl}#prm`), { cwd, env });
    expect(code).toBe(0);
    expect(readScored(cwd)[0]?.candidates[0]?.verification.steps.map(({ judgment }) => judgment)).toMatchObject([{ probability: 0.75, source: 'pooling' }, { probability: 0.25 }]);
    expect(lastModels(cwd).map(({ name, usage }) => [name, usage.calls])).toEqual([['vlm', 3], ['prm', 2]]);
  });

  it('lets the built-in verifier look over the models with --verifier hybrid', async () => {
    const server = await serve();
    const { cwd, env } = makeProject(1);
    const { code } = await runPrm(args(server, '--verifier', 'hybrid'), { cwd, env });
    expect(code).toBe(0);
    expect(readScored(cwd)[0]?.verifier).toMatch(/hybrid.*builtin/);
  });

  it.each([
    [['--verifier', 'builtin'], /Expected no model for the built-in verifier/],
    [['--judge', 'guess'], /`--judge` to be one of per-step, turns, batch, critic, pooling/],
    [['--extra-body', '[1]'], /`--extra-body` to be a JSON object/],
    [['--judge-prompt', 'judge-step-absent'], /judge-step-absent/],
    [['--model', 'ftp://x'], /scheme `ftp` is not known/],
    [['--model', 'onnx:'], /onnx/],
    [['--api-key-env', 'ABSENT_KEY'], /ABSENT_KEY/],
  ])('answers %j with one line', async (flags, line) => {
    const { cwd, env } = makeProject(1);
    const server = { baseUrl: 'http://127.0.0.1:9/v1' };
    const given = flags[0] === '--model' ? ['score', 'in.jsonl', '-o', 'out.jsonl', ...flags] : args(server, ...flags);
    const { code, stderr } = await runPrm(given, { cwd, env });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('does not pass over flags that only models heed', async () => {
    const { cwd, env } = makeProject(1);
    const judged = await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', '--judge', 'batch'], { cwd, env });
    expect([judged.code, judged.stderr.trim()]).toEqual([2, 'prm: Expected a model for `--judge`, got none. Name it with `--model http://host:port/v1#name`, or leave the flag out.']);
    expect((await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', '--max-pixels', '1000'], { cwd, env })).stderr).toContain('`--max-pixels`');
    // A config file serves runs with and without a model.
    writeFileSync(path.join(cwd, 'prm.config.yaml'), 'judge: batch\nseed: 3\n');
    expect((await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', '--no-cache'], { cwd, env })).code).toBe(0);
  });

  it('says in one line that nobody answers, that a key is wrong (without it), and what is served', async () => {
    const { cwd, env } = makeProject(1);
    const server = await serve({ apiKey: 'right-key', models: ['a', 'b'] });
    const nobody = await runPrm(args({ baseUrl: 'http://127.0.0.1:9/v1' }), { cwd, env });
    const wrong = await runPrm(args(server, '--api-key-env', 'MY_KEY'), { cwd, env: { ...env, MY_KEY: 'wrong-key' } });
    const absent = await runPrm(args(server, '--api-key-env', 'MY_KEY'), { cwd, env: { ...env, MY_KEY: 'right-key' } });
    expect([nobody, wrong, absent].map(({ stderr }) => stderr.trim().split('\n').length)).toEqual([1, 1, 1]);
    expect(nobody.stderr).toContain('127.0.0.1:9');
    expect(wrong.stderr).toContain('401');
    expect(wrong.stderr).not.toContain('wrong-key');
    expect(absent.stderr).toMatch(/`?a`?, `?b`?/);
    expect(server.stats.calls).toBe(0);
  });

  it('finishes on Ctrl-C what is paid for, exits with 130, and pays for nothing twice', async () => {
    const server = await serve({ latencyMs: 150, slots: 4 });
    const { cwd, env } = makeProject(6);
    const interrupted = await runPrm(args(server, '--no-cache'), { cwd, env, onStart: (child) => {
      const timer = setInterval(() => { if (server.stats.calls >= 12) { clearInterval(timer); child.kill('SIGINT'); } }, 5);
    } });
    expect([interrupted.code, interrupted.stderr]).toEqual([130, expect.stringContaining('interrupted')]);
    const [session] = readManifest(path.join(cwd, 'out.jsonl.run'))?.sessions ?? [];
    // Every call that reached the server was answered and taken.
    expect(server.stats.answered).toBe(server.stats.calls);
    expect(session?.endedAt).not.toBeNull();
    const resumed = await runPrm(args(server, '--no-cache'), { cwd, env });
    expect(resumed.code).toBe(0);
    expect(readScored(cwd)).toHaveLength(6);
    expect(server.stats.calls).toBeLessThan(6 * 7 + 14);
  });

  it('resumes without a further endpoint that is gone, and keeps what it paid for there', async () => {
    const [first, second] = [await serve({ latencyMs: 50, slots: 2 }), await serve({ latencyMs: 50, slots: 2 })];
    const { cwd, env } = makeProject(6);
    await runPrm(args(first, '--no-cache', '--endpoint', second.baseUrl), { cwd, env, onStart: (child) => {
      const timer = setInterval(() => { if (first.stats.calls + second.stats.calls >= 20) { clearInterval(timer); child.kill('SIGINT'); } }, 5);
    } });
    const paid = first.stats.calls + second.stats.calls;
    expect(second.stats.calls).toBeGreaterThan(0);
    await second.close();
    const { code } = await runPrm(args(first, '--no-cache'), { cwd, env });
    expect(code).toBe(0);
    expect(readScored(cwd)).toHaveLength(6);
    expect(first.stats.calls + second.stats.calls).toBeLessThan(paid + 6 * 7);
  });

  it('stops in one line when the server changes its model in mid-run, and keeps what was paid for', async () => {
    const server = await serve({ latencyMs: 20, slots: 2 });
    const { cwd, env } = makeProject(4);
    const swap = setInterval(() => { if (server.stats.calls >= 9) server.options.models = ['other']; }, 1);
    const { code, stderr } = await runPrm(args(server, '--no-cache'), { cwd, env });
    clearInterval(swap);
    expect(code).toBe(1);
    expect(stderr).toContain('does not exist');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(server.stats.calls).toBeLessThan(20);
    server.options.models = ['vlm'];
    expect((await runPrm(args(server, '--no-cache'), { cwd, env })).code).toBe(0);
    expect(readScored(cwd).flatMap(({ candidates }) => candidates.flatMap(({ verification }) => verification.steps.map(({ judgment }) => judgment.status)))).toEqual(Array(16).fill('scored'));
  });
});
