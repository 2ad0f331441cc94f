import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoredProblemSchema } from '../../src/schema/index.js';
import { runPrm } from '../helpers/run-prm.js';

/** The example project as `prm init` writes it, scored once for all tests here. */
let cwd: string;
beforeAll(async () => {
  cwd = path.join(mkdtempSync(path.join(tmpdir(), 'prm-example-')), 'example');
  await runPrm(['init', cwd]);
  await runPrm(['score', 'candidates.jsonl', '--images', 'images', '-o', 'scored.jsonl', '--quiet'], { cwd });
});

afterAll(() => rmSync(path.dirname(cwd), { recursive: true, force: true }));

describe('the example project', () => {
  it('is never written over something', async () => {
    const { code, stderr } = await runPrm(['init', cwd]);
    expect(code).toBe(2);
    expect(stderr).toContain('new or empty folder');
  });

  it('scores with the gate changing what is taken', () => {
    const scored = readFileSync(path.join(cwd, 'scored.jsonl'), 'utf8').trim().split('\n').map((line) => scoredProblemSchema.parse(JSON.parse(line)));
    expect(scored).toHaveLength(2);
    expect(scored.flatMap(({ candidates }) => candidates).some(({ verification }) => verification.steps.some(({ gated }) => gated === -1 || (gated ?? 0) < -0.9))).toBe(true);
  });

  it('is explained as text, JSON and page', async () => {
    const text = await runPrm(['inspect', 'scored.jsonl', '--id', 'fruit-stand'], { cwd });
    expect(text.stdout).toContain('premise contradicted');
    expect(JSON.parse((await runPrm(['inspect', 'scored.jsonl', '--json'], { cwd })).stdout)).toMatchObject({ format: 'prm-scored/1' });
    const page = await runPrm(['inspect', 'scored.jsonl', '--images', 'images', '--html', 'page.html'], { cwd });
    expect([page.code, page.stdout]).toEqual([0, '']);
    expect(readFileSync(path.join(cwd, 'page.html'), 'utf8')).toContain('data:image/png;base64,');
  });

  it('names the ids there are when one is asked that is not', async () => {
    const { code, stderr } = await runPrm(['inspect', 'scored.jsonl', '--id', 'nope'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('fruit-stand');
  });

  it('refuses to inspect what was never scored', async () => {
    const { code, stderr } = await runPrm(['inspect', 'candidates.jsonl'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('score it first');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('verifies the solution typed by hand and compares its answer with the reference', async () => {
    const { code, stdout } = await runPrm(['verify', 'images/bakery.png', '-q', 'What do 4 fruit scones and 2 rye loaves cost?', '-s', 'solution.txt', '--answer', '$19.80', '--json'], { cwd });
    expect(code).toBe(0);
    const scored = scoredProblemSchema.parse(JSON.parse(stdout));
    expect(scored.candidates[0]?.correct).toBe(false);
    expect(Math.min(...(scored.candidates[0]?.verification.steps.map(({ gated }) => gated ?? 0) ?? []))).toBeLessThan(-0.9);
  });

  it('verifies standard input, and refuses an empty solution', async () => {
    const piped = await runPrm(['verify', '-s', '-'], { cwd, input: 'So 2 + 2 = 5.\n' });
    expect(piped.stdout).toContain('2 + 2 = 5 is wrong: it is 4');
    const empty = await runPrm(['verify', '-s', '-'], { cwd, input: ' \n' });
    expect([empty.code, empty.stderr]).toEqual([2, 'prm: Expected a solution in -, but it is empty.\n']);
  });

  it('describes images one by one, and goes on after a bad one', async () => {
    writeFileSync(path.join(cwd, 'bad.png'), 'no image');
    const { code, stdout, stderr } = await runPrm(['describe', 'bad.png', 'images/bakery.png', '--json'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('bad.png');
    const description = JSON.parse(stdout) as { words: { text: string }[]; constraints: { type: string; text?: string }[] };
    expect(description.words.map(({ text }) => text).join(' ')).toContain('$2.40');
    expect(description.constraints.some(({ type, text }) => type === 'numeric' && text === '$2.40')).toBe(true);
  });

  it('describes all files it is given', async () => {
    const { stdout } = await runPrm(['describe', 'images/fruit-stand.png', 'images/bakery.png', '--json'], { cwd });
    expect(stdout.trim().split('\n').map((line) => (JSON.parse(line) as { image: string }).image)).toEqual(['images/fruit-stand.png', 'images/bakery.png']);
  });

  it('converts a scored file into the format of the reference', async () => {
    const { code } = await runPrm(['convert', 'scored.jsonl', '--to', 'evpv', '-o', 'reference.jsonl'], { cwd });
    expect(code).toBe(0);
    const [first] = readFileSync(path.join(cwd, 'reference.jsonl'), 'utf8').split('\n').map((line) => JSON.parse(line || '{}') as Record<string, unknown>);
    expect(first).toMatchObject({ pid: 'fruit-stand', vlmresponse1: { reasoningprocess: expect.any(Array) } });
  });

  it('loads onnxruntime without its usage reports, which would leave files in the temporary folder', async () => {
    const temporary = mkdtempSync(path.join(tmpdir(), 'prm-reports-'));
    const { code } = await runPrm(['describe', 'images/bakery.png'], { cwd, env: { TMPDIR: temporary } });
    expect([code, readdirSync(temporary)]).toEqual([0, []]);
    rmSync(temporary, { recursive: true });
  });

  it('leaves no temporary file behind', () => {
    expect(readdirSync(cwd).filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(existsSync(path.join(cwd, 'scored.jsonl.run/manifest.json'))).toBe(true);
  });
});
