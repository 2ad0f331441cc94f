import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hashPrompt } from '../../src/prompts/hash-prompt.js';
import { promptSchema } from '../../src/prompts/prompt.js';
import { runPrm } from '../helpers/run-prm.js';
import { tempFolder } from '../helpers/temp-folder.js';

const yaml = (id: string, version: number, wording: string): string =>
  JSON.stringify({ id, version, summary: 'A sample.', images: 'none', inputs: {}, messages: [{ role: 'user', parts: [{ text: wording }] }], answer: { type: 'text' }, sampling: { temperature: 0, maxTokens: 8 } });

function pack(files: Record<string, string>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}
const prompts = (args: readonly string[], options: Parameters<typeof runPrm>[1] = {}) => runPrm(['prompts', ...args], options);

describe('prm prompts show', () => {
  it.each(['100', '80', '60'])('lists every prompt with its kind of answer in %s columns, packs by their folder', async (COLUMNS) => {
    const folder = pack({ 'judge-step-strict@4.yaml': yaml('judge-step-strict', 4, 'mine') });
    const { code, stdout } = await prompts(['show', '--prompts', folder], { env: { COLUMNS } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/judge-step-strict@4 +text/);
    expect(stdout).toMatch(/audit-claims@1 +json/);
    expect(stdout).not.toContain('judge-step-strict@1');
    expect(stdout).toContain(`${folder} (1)`);
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS) && !line.startsWith(folder))).toEqual([]);
  });

  it('prints a prompt as a file that means the same', async () => {
    const { stdout } = await prompts(['show', 'judge-step-strict']);
    const hash = /^# sha256 ([0-9a-f]{64})$/m.exec(stdout)?.[1];
    expect(hash).toBe(hashPrompt(promptSchema.parse(parse(stdout))));
    expect(JSON.parse((await prompts(['show', 'judge-step-strict@1', '--json'])).stdout)).toMatchObject({ ref: 'judge-step-strict@1', hash, prompt: { answer: { type: 'label' } } });
  });

  it('lists as JSON, one line a prompt', async () => {
    const lines = (await prompts(['show', '--json'])).stdout.trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines[0]).toMatchObject({ ref: 'audit-claims@1', answer: 'json', images: 'none', source: expect.stringMatching(/audit-claims@1\.yaml$/) as string });
  });
});

describe('prm prompts diff', () => {
  it('shows what differs and ends with 1; says nothing and ends with 0 where nothing does', async () => {
    const folder = pack({ 'sample@1.yaml': yaml('sample', 1, 'one\nsame\nsame\nsame\nsame\nsame\nsame\nsame\ntwo'), 'sample@2.yaml': yaml('sample', 2, 'one\nsame\nsame\nsame\nsame\nsame\nsame\nsame\nthree') });
    const different = await prompts(['diff', 'sample@1', path.join(folder, 'sample@2.yaml'), '--prompts', folder]);
    expect(different.code).toBe(1);
    expect(different.stdout).toMatch(/^--- sample@1 .*\n\+\+\+ sample@2 /);
    expect(different.stdout.split('\n').filter((line) => /^[-+] /.test(line)).map((line) => line.slice(0, 1) + line.slice(1).trim())).toEqual(['-two', '+three']);
    expect(different.stdout.match(/^@@ -\d+,\d+ \+\d+,\d+ @@$/gm)).toHaveLength(2);
    expect(await prompts(['diff', 'judge-step-strict', 'judge-step-strict@1'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('counts lines as `patch` does', async () => {
    const { stdout } = await prompts(['diff', 'judge-step-strict', 'judge-step-lenient']);
    for (const hunk of stdout.split(/^(?=@@)/m).slice(1)) {
      const [, before, after] = /^@@ -\d+,(\d+) \+\d+,(\d+) @@/.exec(hunk)?.map(Number) ?? [];
      const lines = hunk.replace(/\n$/, '').split('\n').slice(1);
      expect([lines.filter((line) => !line.startsWith('+')).length, lines.filter((line) => !line.startsWith('-')).length]).toEqual([before, after]);
    }
  });
});

describe('prm prompts check', () => {
  it('finds nothing wrong with the prompts of this package', async () => {
    expect(await prompts(['check'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^The prompts of this package: \d+ sound prompts, locked; nothing is wrong\.\n$/) as string });
  });

  it('prints every problem, locks what is sound, and tells a changed prompt', async () => {
    const folder = pack({ 'a@1.yaml': yaml('a', 1, 'one'), 'b@1.yaml': yaml('b', 1, '{{x}}'), 'c@1.yaml': 'nonsense' });
    const broken = await prompts(['check', folder, '--lock']);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/b@1\.yaml[^]*c@1\.yaml[^]*1 sound prompt, no lock.*2 problems/);
    expect(readdirSync(folder)).not.toContain('lock.json');
    writeFileSync(path.join(folder, 'b@1.yaml'), yaml('b', 1, 'x'));
    writeFileSync(path.join(folder, 'c@1.yaml'), yaml('c', 1, 'x'));
    expect((await prompts(['check', folder, '--lock'])).code).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(path.join(folder, 'lock.json'), 'utf8')) as object)).toEqual(['a@1', 'b@1', 'c@1']);
    writeFileSync(path.join(folder, 'a@1.yaml'), yaml('a', 1, 'changed'));
    const changed = await prompts(['check', folder, '--json']);
    expect([changed.code, JSON.parse(changed.stdout)]).toMatchObject([1, { folder, isLocked: true, problems: [expect.stringContaining('a@1 was changed')] }]);
  });
});

describe('prm prompts import', () => {
  /** A module with two of the names of the reference's, in words of our own. */
  const module = 'PROMPT_STEP_REWARD = """Problem: {question_text}; image: {image_description_text}; before: {history_steps_text}; now: {current_step_text}"""\n\nJUDGE_PREFIX_STRICT = "One or minus one."\n';

  it('makes a pack that can be used, and lists what is missing and why', async () => {
    const cwd = tempFolder();
    mkdirSync(path.join(cwd, 'clone/evpv_prm'), { recursive: true });
    writeFileSync(path.join(cwd, 'clone/evpv_prm/prompts.py'), module);
    const { code, stdout, stderr } = await prompts(['import', 'evpv', 'clone', '-o', 'mine/pack'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('made     mine/pack/evpv-judge-step@1.yaml\n');
    expect(stdout).toContain('missing  evpv-audit (no text `PROMPT_VISUAL_CHECKLIST_EVALUATION`)\n');
    expect(stderr).toMatch(/^Wrote 2 prompts, \d+ are missing\..*--prompts mine\/pack\n$/);
    expect((await prompts(['show', 'evpv-judge-step', '--prompts', 'mine/pack'], { cwd })).stdout).toContain('Problem: {{query}}');
    expect((await prompts(['check', 'mine/pack'], { cwd })).code).toBe(0);
    const again = await prompts(['import', 'evpv', 'clone/evpv_prm/prompts.py', '-o', 'mine/pack'], { cwd });
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('Choose an empty folder');
  });
});

describe('prm prompts', () => {
  it.each([
    [[], /Expected an action of `prm prompts` \(show, diff, check, import\), got none/],
    [['shwo'], /got `shwo`/],
    [['show', 'nope'], /got `nope`\. There are: audit-claims/],
    [['show', '--prompts', '/nowhere/at/all'], /\/nowhere\/at\/all/],
    [['diff', 'judge-step-strict'], /Not enough non-option arguments/],
    [['diff', 'judge-step-strict', './absent.yaml'], /Expected a prompt file at \.\/absent\.yaml/],
    [['check', '/nowhere/at/all'], /Expected a folder of prompts at \/nowhere/],
    [['import', 'visualprm', '.', '-o', 'x'], /Expected `evpv`.*got `visualprm`/],
    [['import', 'evpv', '/nowhere/at/all', '-o', 'x'], /module of the reference at \/nowhere/],
    [['import', 'evpv', '.'], /Expected `--output`/],
  ])('answers wrong use %j with one line and exit code 2', async (args, line) => {
    const { code, stdout, stderr } = await prompts(args, { cwd: tempFolder() });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });
});
