import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SEED, buildSamples } from '../../scripts/make-samples/build-samples.js';
import { writeProblems } from '../../scripts/make-samples/write-samples.js';
import { checkEquations } from './check-equations.js';
import { kindOf, readRecords } from './read-samples.js';

const folder = path.join('data', 'samples');
const records = readRecords(folder, 'problems.jsonl');
const candidates = records.flatMap((record) => record.candidates);
const textsOf = (kinds: readonly string[]): string[][] =>
  candidates.filter((candidate) => kinds.includes(String(kindOf(candidate)))).map(({ solution }) => solution.steps.map(({ text }) => text));

describe('sample problems', () => {
  it('are at least 36, with ids of their own, a few with two images', () => {
    expect(records.length).toBeGreaterThanOrEqual(36);
    expect(new Set(records.map(({ problem }) => problem.id)).size).toBe(records.length);
    expect(records.filter(({ problem }) => problem.images.length === 2).length).toBeGreaterThanOrEqual(3);
  });

  it('have four candidates of different kinds, one right and one wrong at least', () => {
    for (const { problem, candidates: four } of records) {
      expect(new Set(four.map(kindOf)).size, problem.id).toBe(4);
      expect(four.map(({ index }) => index), problem.id).toEqual([0, 1, 2, 3]);
      expect(new Set(four.map(({ correct }) => correct)), problem.id).toEqual(new Set([true, false]));
    }
  });

  it('have one gold label a step, and a wrong step in exactly the candidates that hold a mistake', () => {
    for (const candidate of candidates) {
      expect(candidate.stepLabels).toHaveLength(candidate.solution.steps.length);
      expect(candidate.stepLabels?.includes(-1)).toBe(!String(kindOf(candidate)).startsWith('correct'));
    }
  });

  it('call an answer right when it is the reference answer, and say it in the last step', () => {
    for (const { problem, candidates: four } of records) {
      for (const { solution, correct } of four) {
        expect(correct, problem.id).toBe(solution.finalAnswer === problem.answer);
        const said = solution.steps.at(-1)?.text ?? '';
        expect(said, problem.id).toContain((solution.finalAnswer ?? '').replace(/^[$€£]|[ %°].*$/g, ''));
      }
    }
  });

  it('declare premises in about three problems of four, and none where no checklist is declared', () => {
    const undeclared = records.filter(({ candidates: four }) => four.every(({ solution }) => solution.checklist === 'undeclared'));
    expect(undeclared.length / records.length).toBeCloseTo(0.25, 1);
    for (const { solution } of candidates) {
      const declared = solution.steps.some(({ visualDependency }) => visualDependency !== null);
      expect(declared).toBe(solution.checklist === 'declared');
    }
  });
});

describe('arithmetic of the samples', () => {
  it('holds wherever no slip is meant', () => {
    const checked = textsOf(['correct', 'correct-undeclared', 'misread', 'swapped', 'lucky']).flat().flatMap(checkEquations);
    expect(checked.length).toBeGreaterThan(200);
    expect(checked.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('fails in most candidates that slip', () => {
    const slips = textsOf(['slip']);
    const caught = slips.filter((steps) => steps.flatMap(checkEquations).some(({ holds }) => !holds));
    expect(caught.length / slips.length).toBeGreaterThan(0.5);
  });
});

describe('sample images', () => {
  it('decode, with the recorded sizes, and are small', async () => {
    for (const { problem } of records) {
      const sizes = await Promise.all(problem.images.map(async (image) => {
        const { data, info } = await sharp(path.join(folder, image)).raw().toBuffer({ resolveWithObject: true });
        expect(data.length, image).toBe(info.width * info.height * info.channels);
        return { width: info.width, height: info.height };
      }));
      expect(problem.metadata?.['imageSizes'], problem.id).toEqual(sizes);
    }
    const bytes = readdirSync(path.join(folder, 'images')).map((image) => statSync(path.join(folder, 'images', image)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1.5e6);
    expect(bytes).toHaveLength(records.flatMap(({ problem }) => problem.images).length);
  });
});

describe('making the samples', () => {
  it('gives the committed file again from the seed, and another from another seed', async () => {
    const target = mkdtempSync(path.join(tmpdir(), 'prm-samples-'));
    try {
      const make = async (seed: number): Promise<string> => {
        await writeProblems(buildSamples(seed), target);
        return readFileSync(path.join(target, 'problems.jsonl'), 'utf8');
      };
      expect(await make(SAMPLE_SEED)).toBe(readFileSync(path.join(folder, 'problems.jsonl'), 'utf8'));
      expect(await make(SAMPLE_SEED + 1)).not.toBe(readFileSync(path.join(folder, 'problems.jsonl'), 'utf8'));
    } finally {
      rmSync(target, { recursive: true });
    }
  });

  it('holds its promises under other seeds too', () => {
    for (let seed = 1; seed <= 10; seed += 1) expect(buildSamples(seed)).toHaveLength(records.length);
  });
});
