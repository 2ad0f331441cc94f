import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readReferenceAnswer, sameAnswer } from '../../answers/index.js';
import { solutionFromText } from '../../datasets/index.js';
import { UsageError } from '../../errors/index.js';
import { scoreCandidates } from '../../jobs/score-candidates.js';
import { explainProblem } from '../../report/explain-problem.js';
import { NATIVE_FORMAT, type Problem, type ProblemRecord, type ScoredProblem } from '../../schema/index.js';
import { oneLine } from '../../util/one-line.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, pickScoring, scoringOptions, verifierOptions } from '../option-schemas.js';
import { openVerifier } from '../open-verifier.js';
import { resolveOptions } from '../resolve-options.js';
import { print, terminalLook } from '../terminal.js';
import { openFile } from './describe.js';
import { writePage } from './inspect.js';

const optionsSchema = z.object({
  ...globalOptions, ...scoringOptions, ...verifierOptions,
  files: z.array(z.coerce.string()).default([]),
  question: z.string().default(''),
  solution: z.string().min(1),
  answer: z.coerce.string().optional(),
  html: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

/** Checks one free-text solution against images and explains what was found. */
export async function verify(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const response = await readText(options.solution);
  const solution = solutionFromText(response);
  if (solution.steps.length === 0) throw new UsageError(`Expected a solution in ${options.solution}, but it is empty.`);
  const { answer } = options;
  const correct = answer === undefined || solution.finalAnswer === undefined ? null : sameAnswer(solution.finalAnswer, readReferenceAnswer(answer));
  const problem: Problem = {
    id: options.solution === '-' ? 'solution' : path.basename(options.solution),
    question: options.question,
    images: options.files.map((file) => path.resolve(file)),
    ...(answer === undefined ? {} : { answer }),
  };
  const candidate = { index: 0, solution, response, ...(correct === null ? {} : { correct }) };
  const { verifier } = await openVerifier(options, signal, argv);
  try {
    const records: ProblemRecord[] = [{ format: NATIVE_FORMAT, problem, candidates: [candidate] }];
    for await (const scored of scoreCandidates(records, { verifier, openImage: openFile, scoring: pickScoring(options), signal })) {
      await show(scored, options);
      return scored.candidates.every(({ verification }) => verification.failures.length === 0) ? EXIT.done : EXIT.failures;
    }
  } finally {
    await verifier.close();
  }
  return EXIT.done;
}

async function show(scored: ScoredProblem, { json, html, quiet }: { json: boolean; html?: string | undefined; quiet: boolean }): Promise<void> {
  await print(json ? `${JSON.stringify(scored)}\n` : explainProblem(scored, terminalLook()));
  if (html === undefined) return;
  await writePage(html, scored, openFile);
  if (!quiet) process.stderr.write(`Wrote ${html}\n`);
}

async function readText(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8');
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw new UsageError(`Expected a readable solution file: ${oneLine(error)}`);
  }
}
