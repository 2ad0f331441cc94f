import { readDataset, type ReadDatasetOptions } from '../../datasets/index.js';
import type { Problem } from '../../schema/index.js';
import { createProblemIndex, type ProblemIndex } from './problem-index.js';

/** Reads the problems of a file; their candidates are not kept. @throws DatasetError: one clear line with the place. */
export async function loadProblems(file: string, reading: ReadDatasetOptions = {}): Promise<ProblemIndex> {
  const problems: Problem[] = [];
  for await (const { problem } of (await readDataset(file, reading)).records) problems.push(problem);
  return createProblemIndex(problems);
}
