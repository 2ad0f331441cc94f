import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawText } from '../../src/images/draw-text.js';
import { renderSvg } from '../../src/images/render-svg.js';
import { scoredProblemSchema, type ProblemRecord, type ScoredProblem } from '../../src/schema/index.js';
import { runPrm } from '../helpers/run-prm.js';
import { tempFolder } from '../helpers/temp-folder.js';

/** A two-column price list, drawn by us. */
async function drawPrices(bowl = '$5'): Promise<Uint8Array> {
  const row = (y: number, left: string, right: string): string => drawText(left, 30, y, { size: 24 }) + drawText(right, 360, y, { size: 24, anchor: 'end' });
  const rows = [['fish bowl', bowl], ['dog leash', '$3'], ['bird seed', '$9'], ['cat toy', '$4']] as const;
  const lines = rows.map((_, index) => `<path d="M10 ${20 + index * 50}H390" stroke="#999"/>`).join('');
  return renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240"><rect width="400" height="240" fill="#fff"/>${lines}${rows.map(([left, right], index) => row(54 + index * 50, left, right)).join('')}</svg>`);
}

const record = (id: string, image: string, price = '$5'): ProblemRecord => ({
  format: 'prm-problem/1',
  problem: { id, question: 'What do a fish bowl and a dog leash cost?', images: [image] },
  candidates: [{
    index: 0,
    solution: { checklist: 'declared', finalAnswer: '$8', steps: [{ text: `A fish bowl costs ${price}.`, visualDependency: `fish bowl: ${price}` }, { text: '$5 + $3 = $8', visualDependency: null }] },
  }],
});

async function score(records: readonly (object | string)[], files: Record<string, Uint8Array | string> = {}, flags: readonly string[] = []): Promise<{ code: number | null; stderr: string; scored: ScoredProblem[]; cwd: string }> {
  const cwd = tempFolder();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(cwd, name), bytes);
  writeFileSync(path.join(cwd, 'in.jsonl'), records.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const { code, stderr } = await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', ...flags], { cwd });
  let text = '';
  try {
    text = readFileSync(path.join(cwd, 'out.jsonl'), 'utf8');
  } catch { /* no output: the caller expects that */ }
  return { code, stderr, cwd, scored: text.split('\n').filter(Boolean).map((line) => scoredProblemSchema.parse(JSON.parse(line))) };
}

describe('prm score', () => {
  it('supports what is printed and contradicts what is not', async () => {
    const { code, scored } = await score([record('true', 'prices.png'), record('false', 'prices.png', '$6')], { 'prices.png': await drawPrices() });
    expect(code).toBe(0);
    const steps = scored.map(({ candidates }) => candidates[0]?.verification.steps.map(({ gated }) => gated));
    expect(steps[0]?.[0]).toBeNull();
    expect(steps[1]?.[0]).toBeLessThan(-0.9);
    expect(steps[0]?.[1]).toBeGreaterThan(0.5);
    expect(scored.map(({ problem }) => problem.id)).toEqual(['true', 'false']);
  });

  it('leaves each problem with a bad image unscored, with its reason, and goes on', async () => {
    const good = await drawPrices();
    const cmyk = await sharp(good).toColourspace('cmyk').jpeg().toBuffer();
    const animated = await sharp([good, good], { join: { animated: true } }).gif().toBuffer();
    const huge = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } }).png().toBuffer();
    const { code, scored, stderr, cwd } = await score(
      ['good.png', 'missing.png', 'empty.png', 'cut.png', 'text.png', 'huge.png', 'cmyk.jpg', 'animated.gif', '../outside.png', 'https://example.org/x.png'].map((image) => record(image, image)),
      { 'good.png': good, 'empty.png': '', 'cut.png': good.subarray(0, good.length / 2), 'text.png': 'not an image', 'huge.png': huge, 'cmyk.jpg': cmyk, 'animated.gif': animated },
    );
    expect(code).toBe(1);
    const failed = Object.fromEntries(scored.map(({ problem, candidates }) => [problem.id, candidates[0]?.verification.failures[0]?.reason]));
    expect(Object.entries(failed).filter(([, reason]) => reason === undefined).map(([id]) => id)).toEqual(['good.png', 'cmyk.jpg', 'animated.gif']);
    expect(failed['missing.png']).toMatch(/missing\.png/);
    expect(failed['huge.png']).toMatch(/10000 x 10000/);
    expect(failed['../outside.png']).toMatch(/inside the image root/);
    expect(failed['https://example.org/x.png']).toMatch(/web address/);
    for (const { problem, candidates } of scored) {
      if (failed[problem.id] === undefined) continue;
      // What needs no image is still judged, and the step that leans on the image has no gated reward.
      expect(candidates[0]?.verification.steps.map(({ raw, gated }) => [raw === null, gated === null])).toEqual([[true, true], [false, false]]);
      expect(candidates[0]?.verification.score.status).toBe('partial');
    }
    expect(stderr).toContain('failures.jsonl');
    expect(readFileSync(path.join(cwd, 'out.jsonl.run/failures.jsonl'), 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(7);
  });

  it('refuses a link that leaves the image root', async () => {
    const cwd = tempFolder();
    mkdirSync(path.join(cwd, 'images'));
    writeFileSync(path.join(cwd, 'secret.png'), await drawPrices());
    symlinkSync(path.join(cwd, 'secret.png'), path.join(cwd, 'images/link.png'));
    writeFileSync(path.join(cwd, 'in.jsonl'), JSON.stringify(record('p', 'link.png')));
    const { code } = await runPrm(['score', 'in.jsonl', '--images', 'images', '-o', 'out.jsonl'], { cwd });
    const scored = JSON.parse(readFileSync(path.join(cwd, 'out.jsonl'), 'utf8')) as ScoredProblem;
    expect([code, scored.description]).toEqual([1, null]);
  });

  it('tries failed work again when resumed, and keeps what was done', async () => {
    const { cwd } = await score([record('a', 'late.png'), record('b', 'there.png')], { 'there.png': await drawPrices() });
    writeFileSync(path.join(cwd, 'late.png'), await drawPrices());
    const { code, stderr } = await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl'], { cwd });
    expect(stderr).toContain('resumed');
    expect(code).toBe(0);
    const scored = readFileSync(path.join(cwd, 'out.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ScoredProblem);
    expect(scored.map(({ candidates }) => candidates[0]?.verification.failures)).toEqual([[], []]);
  });

  it('gives the same bytes when everything is read back from the run', async () => {
    const { cwd } = await score([record('a', 'x.png'), record('b', 'x.png', '$6')], { 'x.png': await drawPrices() });
    const first = readFileSync(path.join(cwd, 'out.jsonl'), 'utf8');
    await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl'], { cwd });
    expect(readFileSync(path.join(cwd, 'out.jsonl'), 'utf8')).toBe(first);
  });

  it('verifies again what was verified on an image that has changed since', async () => {
    const { cwd } = await score([record('a', 'x.png')], { 'x.png': await drawPrices('$5') });
    writeFileSync(path.join(cwd, 'x.png'), await drawPrices('$7'));
    await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl'], { cwd });
    const scored = JSON.parse(readFileSync(path.join(cwd, 'out.jsonl'), 'utf8')) as ScoredProblem;
    expect(scored.candidates[0]?.verification.steps[0]?.gated).toBeLessThan(-0.9);
  });

  it('refuses to resume with other options, and says which', async () => {
    const { cwd } = await score([record('a', 'x.png')], { 'x.png': await drawPrices() });
    const { code, stderr } = await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', '--lambda', '0.3'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('--fresh');
    expect((await runPrm(['score', 'in.jsonl', '-o', 'out.jsonl', '--lambda', '0.3', '--fresh'], { cwd })).code).toBe(0);
  });

  it.each([
    ['a torn line', ['{"problem": {"id": "b"'], 'in.jsonl:2'],
    ['a wrong type', [{ format: 'prm-problem/1', problem: { id: 'b', question: 3, images: [] }, candidates: [] }], 'in.jsonl:2'],
    ['a duplicate id', [record('a', 'x.png')], 'in.jsonl:2'],
  ])('stops at %s, naming file and line; skips and counts it when asked', async (_, lines, place) => {
    const stopped = await score([record('a', 'x.png'), ...lines]);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain(place);
    expect(stopped.stderr.trim().split('\n')).toHaveLength(1);
    expect(stopped.scored).toEqual([]);
    const skipped = await score([record('a', 'x.png'), ...lines], { 'x.png': await drawPrices() }, ['--on-bad-line', 'skip']);
    expect(skipped.code).toBe(1);
    expect(skipped.stderr).toContain(`skipped ${place}`);
    expect(skipped.scored).toHaveLength(1);
  });

  it('takes hostile text as text', async () => {
    const hostile = ['{{braces}} ${x} %s', 'a\u0000b\u001b[2J', '\u202eright to left\u202c שלום', '9^9^9^9 = 1', '('.repeat(50_000), 'word '.repeat(20_000)];
    const problem = record('p', 'x.png');
    const steps = hostile.map((text) => ({ text, visualDependency: text }));
    const { scored, code } = await score([{ ...problem, candidates: [{ index: 0, solution: { checklist: 'declared', steps } }, { index: 1, solution: { checklist: 'declared', steps: [] } }] }], { 'x.png': await drawPrices() });
    expect(scored[0]?.candidates[0]?.verification.failures).toEqual([]);
    expect(scored[0]?.candidates[0]?.solution.steps.map(({ text }) => text)).toEqual(hostile);
    expect(scored[0]?.candidates[1]?.verification.score).toMatchObject({ status: 'unscored', value: null });
    expect(scored[0]?.selection.gated.chosen).toBe(0);
    expect(code).toBe(1);
  });

  it.each([['no/such/folder/out.jsonl'], ['/proc/out.jsonl']])('says in one line that %s cannot be written', async (output) => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'in.jsonl'), JSON.stringify(record('a', 'x.png')));
    const { code, stderr } = await runPrm(['score', 'in.jsonl', '-o', output, '--run', 'run'], { cwd });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(output);
  });

  it('counts without working under --dry-run', async () => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'in.jsonl'), JSON.stringify(record('a', 'absent.png')));
    const { code, stdout } = await runPrm(['score', 'in.jsonl', '--dry-run', '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ format: 'native', problems: 1, candidates: 1, steps: 2, declaredPremises: 1, withoutDeclaredChecklist: 0, images: 1 });
  });
});
