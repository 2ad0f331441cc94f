import { z } from 'zod';
import type { RunKey, RunStore } from '../../runs/index.js';
import { candidateSchema, type Candidate } from '../../schema/index.js';
import { readBack } from '../read-back.js';

/** Where candidates outlive the process, and failed ones are listed. */
export interface GenerationStore {
  /** The candidate made before, if it was made from the same images. */
  get(problemId: string, index: number, imageSet: string): Promise<Candidate | null>;
  put(problemId: string, index: number, imageSet: string, candidate: Candidate): Promise<void>;
  noteFailure(problemId: string, index: number, reason: string): Promise<void>;
}

const generatedSchema = z.strictObject({ imageSet: z.string(), candidate: candidateSchema });

/** Keeps candidates in a run; failed ones are listed there and tried again on resume. */
export function runGenerationStore(run: RunStore): GenerationStore {
  const keyOf = (problem: string, candidate: number): RunKey => ({ configuration: 'default', problem, candidate, stage: 'generate', step: null, sample: 0 });
  return {
    async get(problemId, index, imageSet) {
      const found = await readBack<z.output<typeof generatedSchema>>(run, keyOf(problemId, index), generatedSchema);
      return found?.imageSet === imageSet ? found.candidate : null;
    },
    put: (problemId, index, imageSet, candidate) => run.put(keyOf(problemId, index), { imageSet, candidate }),
    noteFailure: (problemId, index, reason) => run.fail(keyOf(problemId, index), reason),
  };
}
