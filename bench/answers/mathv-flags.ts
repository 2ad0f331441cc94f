// Our verdicts against the publishers' `correct` of MATH-V (178 problems, 15 runs): their extracted answers, and our extraction from the raw responses.
import { extractFinalAnswer } from '../../src/answers/extract/extract-final-answer.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { printDisagreements } from './disagreements.js';

interface Run { readonly model: string; readonly response: string; readonly model_answer: string; readonly correct: boolean }
interface MathvRecord { readonly id: string; readonly answer: string; readonly options: readonly string[]; readonly outputs: Record<string, Run> }

const records = readRecords<MathvRecord>(`${requireDataFolder()}/mathv`, 'problems.jsonl');
const runs = records.flatMap(({ id, answer, options, outputs }) =>
  Object.entries(outputs).flatMap(([name, run]) => (run.model === 'random' ? [] : [{ id: `${id} ${name}`, gold: answer, flag: run.correct, options: { choices: options }, run }])));
printDisagreements('their extracted answers', runs.map((item) => ({ ...item, answer: item.run.model_answer })));
printDisagreements('raw responses', runs.map((item) => ({ ...item, answer: extractFinalAnswer(item.run.response) ?? '', theirs: item.run.model_answer })));
