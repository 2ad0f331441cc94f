import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPrm } from '../helpers/run-prm.js';
import { tempFolder } from '../helpers/temp-folder.js';

describe('prm', () => {
  it('lists its commands', async () => {
    const { code, stdout } = await runPrm(['--help']);
    expect(code).toBe(0);
    for (const command of ['demo', 'verify', 'score', 'inspect', 'describe', 'convert', 'init', 'models', 'prompts', 'cache']) expect(stdout).toContain(`prm ${command}`);
  });

  it.each([
    [[], 'Expected a command'],
    [['socre', 'x'], 'socre'],
    [['score', 'x.jsonl', '-o', 'y', '--gaet', 'premise'], 'gaet'],
    [['score', 'x.jsonl', '-o', 'y', '--gate', 'premises'], 'Expected `--gate` to be one of premise, evpv, symmetric, threshold, none, got `premises`.'],
    [['score', 'x.jsonl', '-o', 'y', '--lambda', '2'], 'Expected `--lambda` to be a number up to 1, got `2`.'],
    [['score', 'x.jsonl', '-o', 'y', '--concurrency', '0'], 'Expected `--concurrency` to be a number from 1 up, got `0`.'],
    [['score', 'x.jsonl', '-o', 'y', '--votes', 'abc'], 'Expected `--votes` to be a number, got something else.'],
    [['score', 'x.jsonl', '-o', 'y', '--timeout', '0'], 'Expected `--timeout` to be a number above 0, got `0`.'],
    [['convert', 'x.jsonl', '--to', 'native'], 'Expected `--output`'],
  ])('answers wrong use %j with one line and exit code 2', async (args, line) => {
    const { code, stdout, stderr } = await runPrm(args);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('takes options from flag over environment over config file', async () => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'prm.config.yaml'), 'gate: nonsense-from-config\nlambda: 0.25\n');
    const args = ['score', 'x.jsonl', '-o', 'y'];
    expect((await runPrm(args, { cwd })).stderr).toContain('got `nonsense-from-config`');
    expect((await runPrm(args, { cwd, env: { PRM_GATE: 'nonsense-from-env' } })).stderr).toContain('got `nonsense-from-env`');
    expect((await runPrm([...args, '--gate', 'nonsense-from-flag'], { cwd, env: { PRM_GATE: 'none' } })).stderr).toContain('got `nonsense-from-flag`');
  });

  it.each([
    ['gaet: premise\n', 'unknown option `gaet`'],
    ['- a\n- b\n', 'hold options as `name: value` lines'],
    ['gate: "unclosed\n', 'is not valid YAML'],
  ])('answers the config file %j with one line', async (text, line) => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'my.yaml'), text);
    const { code, stderr } = await runPrm(['score', 'x.jsonl', '-o', 'y', '--config', 'my.yaml'], { cwd });
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('says that a config file is missing when one was named', async () => {
    expect((await runPrm(['score', 'x.jsonl', '-o', 'y', '--config', 'absent.yaml'], { cwd: tempFolder() })).stderr).toContain('absent.yaml');
  });

  it('runs beside variables of the same prefix that are not options', async () => {
    expect((await runPrm(['init', 'there'], { cwd: tempFolder(), env: { PRM_DATA_DIR: '/data' } })).code).toBe(0);
  });
});
