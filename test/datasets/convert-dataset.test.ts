import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertDataset, readDataset, readScored, type ConvertOptions, type FormatName } from '../../src/datasets/index.js';
import { collect, writeTemp } from './collect.js';

const fixture = (name: string): string => `test/fixtures/datasets/${name}.jsonl`;
const parse = (file: string): Record<string, never>[] => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, never>);

async function convert(input: string, to: FormatName, options?: ConvertOptions) {
  const output = writeTemp('out.jsonl', '');
  return { output, ...(await convertDataset(input, output, to, options)) };
}

describe('convertDataset', () => {
  it.each(['evpv', 'text'])('brings %s to native and back without losing a problem, a candidate or a step', async (name) => {
    const native = await convert(fixture(name), 'native');
    const back = await convert(native.output, name as FormatName);
    const again = await convert(back.output, 'native');
    expect(again.format).toBe(name);
    expect(parse(again.output)).toEqual(parse(native.output));
  });

  it('gives native back byte for byte', async () => {
    const first = await convert(fixture('evpv'), 'native');
    const second = await convert(first.output, 'native');
    expect(readFileSync(second.output, 'utf8')).toBe(readFileSync(first.output, 'utf8'));
  });

  it('writes the published fields of evpv as they came', async () => {
    const { output } = await convert(fixture('evpv'), 'evpv');
    const [first, second] = parse(output);
    expect(first).toEqual(parse(fixture('evpv'))[0]);
    expect(second).toMatchObject({ pid: 'two-pictures', image: ['a.png', 'b.png'], choices: ['left', 'right'] });
  });

  it('takes scores along to evpv, and names the slots it leaves without', async () => {
    const { output, warnings } = await convert(fixture('scored'), 'evpv');
    const [record] = parse(output);
    expect(record).toMatchObject({
      vlmresponse1: { eval: { raw_step_scores: [1, -1], final_step_scores: [0.3, -0.5], visual_checklist: '- Monday is 4', visual_step_indices: [0] } },
      vlmresponse3: { eval_status: { status: 'partial', scored_steps: 1, steps: 2, reason: '1 of 2 steps have no score' } },
    });
    expect(record?.['vlmresponse3']).not.toHaveProperty('eval');
    expect(warnings).toEqual([{ message: '"bars-1", vlmresponse3: written without `eval`: 1 of 2 steps have no score' }]);
    const soft = await convert(fixture('scored'), 'evpv', { stepScores: 'soft' });
    expect(parse(soft.output)[0]).toMatchObject({ vlmresponse1: { eval: { raw_step_scores: [0.8, -0.5] } } });
  });

  it('refuses a format that is only read', async () => {
    await expect(convert(fixture('evpv'), 'mathv')).rejects.toThrow('Expected a format that can be written (native, evpv, text), got `mathv`');
  });
});

describe('readScored', () => {
  it('keeps the scores that readDataset leaves out', async () => {
    const [scored] = await collect((await readScored(fixture('scored'))).records);
    expect(scored?.candidates[0]?.verification.steps[0]?.gated).toBe(0.3);
    const [plain] = await collect((await readDataset(fixture('scored'))).records);
    expect(plain?.candidates[0]).not.toHaveProperty('verification');
  });

  it('refuses another format', async () => {
    await expect(readScored(fixture('evpv'))).rejects.toThrow('expected the output of `prm score`, got the format evpv');
  });
});

describe('a text file', () => {
  it('is one solution', async () => {
    const { format, records } = await readDataset(writeTemp('solution.txt', '\uFEFFWe add.\r\n\r\nSo 5.\r\n'));
    const [record] = await collect(records);
    expect([format, record?.candidates[0]?.solution.steps.map(({ text }) => text)]).toEqual(['text', ['We add.', 'So 5.']]);
  });
});
