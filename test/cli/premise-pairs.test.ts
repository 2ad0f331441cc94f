import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPrm } from '../helpers/run-prm.js';
import { tempFolder } from '../helpers/temp-folder.js';

const published = path.resolve('data', 'premise-pairs');
const lines = readFileSync(path.join(published, 'pairs.jsonl'), 'utf8').trimEnd().split('\n');

interface Report { overall: { pairs: number; gated: { ordered: { mean: number } }; raw: { ordered: { mean: number } } }; groups: { by: string; groups: { name: string; isNotObservable: boolean }[] }[] }

describe('prm eval premise-pairs', () => {
  it('measures the pairs of the package, with the gate and without, and writes each down', async () => {
    const output = path.join(tempFolder(), 'measured.jsonl');
    const { code, stdout } = await runPrm(['eval', 'premise-pairs', '--limit', '12', '--json', '-o', output]);
    expect(code).toBe(0);
    const { overall, groups } = JSON.parse(stdout) as Report;
    expect(overall.pairs).toBe(12);
    const facts = groups.find(({ by }) => by === 'fact')?.groups ?? [];
    expect(facts.find(({ name }) => name === 'printed-value')).toMatchObject({ isNotObservable: false, gated: { ordered: { mean: 1 } }, raw: { ordered: { mean: 0 } }, falseAlarms: { mean: 0 } });
    for (const name of ['colour', 'drawn-value']) expect(facts.find((one) => one.name === name)?.isNotObservable, name).toBe(true);
    expect(readFileSync(output, 'utf8').trimEnd().split('\n').map((line) => (JSON.parse(line) as { cells: unknown[] }).cells.length)).toEqual(Array.from({ length: 12 }, () => 4));
  });

  it('takes a file of other pairs, prints a table, and exits with 1 where something was not measured', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'mine.jsonl');
    mkdirSync(path.join(folder, 'images'));
    const [first, second] = [lines[10] ?? '', lines[11] ?? ''];
    for (const { image } of (JSON.parse(first) as { versions: { image: string }[] }).versions) copyFileSync(path.join(published, image), path.join(folder, image));
    writeFileSync(file, `${first}\n{"format":"other"}\n${second}\n`);
    const failed = await runPrm(['eval', 'premise-pairs', file]);
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('mine.jsonl:2: expected the format prm-premise-pair/1, got "other"')]);
    const { code, stdout, stderr } = await runPrm(['eval', 'premise-pairs', file, '--on-bad-line', 'skip'], { env: { COLUMNS: '100' } });
    expect(code).toBe(1);
    expect(stderr).toContain('mine.jsonl:2');
    expect(stdout).toMatch(/colour +1 not observable/);
    expect(stdout).toContain('there is no such file');
    expect(stdout.split('\n').slice(1).filter((line) => line.length > 100 && !line.includes('cells:'))).toEqual([]);
  });
});
