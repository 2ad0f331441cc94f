import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertDataset, readDataset, type ReadDatasetOptions } from '../../src/datasets/index.js';
import type { ProblemRecord } from '../../src/schema/index.js';
import { collect, writeTemp } from '../datasets/collect.js';

const root = process.env['PRM_DATA_DIR'];

async function read(file: string, options?: ReadDatasetOptions) {
  const dataset = await readDataset(path.join(root ?? '', file), options);
  const records = await collect(dataset.records);
  return { ...dataset, records, candidates: records.flatMap((record: ProblemRecord) => record.candidates) };
}

describe.skipIf(!root)('real data sets (needs PRM_DATA_DIR)', () => {
  it('gives the 10,167 benchmark rows 10,167 ids', async () => {
    const { format, records, report } = await read('evpv/benchmarks.jsonl');
    expect([format, records.length, new Set(records.map(({ problem }) => problem.id)).size]).toEqual(['evpv', 10_167, 10_167]);
    expect(report.identity).toEqual({ content: 10_167 });
    expect(records.filter(({ problem }) => !problem.id.endsWith('-1'))).toHaveLength(470);
    expect(new Set(records.map(({ problem }) => problem.images.join())).size).toBe(8_591);
  });

  it('reads rows of several images', async () => {
    const { records, report } = await read('evpv/mmmu.jsonl');
    expect([records.length, report.identity, report.warnings]).toEqual([900, { id: 900 }, []]);
    expect(records.some(({ problem }) => problem.images.length > 1)).toBe(true);
  });

  it('reads scored records of the reference with their missing slots', async () => {
    const { records, candidates } = await read('evpv/golden/bon_records.jsonl');
    expect([records.length, candidates.length]).toEqual([120, 900]);
    const scores = candidates.map(({ metadata }) => (metadata as { eval: { raw_step_scores: number[] } }).eval.raw_step_scores.length);
    expect(scores.filter((count, i) => count === candidates[i]?.solution.steps.length)).toHaveLength(830);
  });

  it('reads every run of MATH-V, or those asked for', async () => {
    const all = await read('mathv/problems.jsonl');
    expect([all.format, all.records.length, all.candidates.length]).toEqual(['mathv', 178, 178 * 16]);
    expect(all.report.warnings).toHaveLength(36);
    const chosen = await read('mathv/problems.jsonl', { runs: 'CoT' });
    expect(chosen.candidates).toHaveLength(178 * 5);
    for (const { response = '', solution } of chosen.candidates) {
      for (const step of solution.steps) expect(response.slice(step.charStart, step.charEnd)).toBe(step.text);
    }
  });

  it('reads VisualProcessBench and VLRMBench labels', async () => {
    const vpb = await read('visualprocessbench/sample.jsonl');
    expect([vpb.format, vpb.records.length, vpb.report.warnings]).toEqual(['visualprocessbench', 8, []]);
    expect(vpb.candidates.every(({ stepLabels, solution }) => stepLabels?.length === solution.steps.length)).toBe(true);
    const vlrm = await read('vlrmbench/location_error.jsonl');
    const labels = vlrm.candidates.flatMap(({ stepLabels }) => stepLabels ?? []);
    expect([vlrm.records.length, labels.length, labels.filter((label) => label === -1).length]).toEqual([53, 712, 77]);
  });

  it.each(['evpv/benchmarks.jsonl', 'evpv/mmmu.jsonl', 'evpv/golden/bon_records.jsonl'])('writes %s back to evpv without loss', async (file) => {
    const [native, evpv] = [writeTemp('n.jsonl', ''), writeTemp('e.jsonl', '')];
    await convertDataset(path.join(root ?? '', file), native, 'native');
    await convertDataset(native, evpv, 'evpv');
    const before = await collect((await readDataset(native)).records);
    expect(await collect((await readDataset(evpv)).records)).toEqual(before);
  });
});
