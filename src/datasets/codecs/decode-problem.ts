import type { Problem } from '../../schema/index.js';
import type { DecodeContext } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { isJsonObject, nameJsonType, type JsonObject } from '../parse-json-object.js';
import { readImages } from './read-images.js';

/** How a published format spells the problem part of its records. */
export interface ProblemSpelling {
  /** Keys that may hold the identity, best first. */
  ids: readonly string[];
  /** Keys that may hold the images, best first. */
  images: readonly string[];
  /** Keys that may hold copies of the images beside the file: preferred, and then the others go to the metadata. */
  localImages?: readonly string[];
  /** Keys that may name the data set of the record. */
  source: readonly string[];
  /** Keys that belong to the solutions: they stay out of the metadata. */
  isSolutionKey(key: string): boolean;
  /** Whether the solutions count as content when the identity is a hash: where a row is one solution, not one problem. */
  hashesSolutions: boolean;
}

const CHOICES = ['choices', 'options'];

/** Reads the problem part of a record; fields without a place of their own go to the metadata. */
export function decodeProblem(record: JsonObject, spelling: ProblemSpelling, context: DecodeContext): Problem {
  const local = readImages(record, spelling.localImages ?? [], context);
  const imageKeys = local.length > 0 ? spelling.localImages ?? [] : spelling.images;
  const choicesKey = CHOICES.find((key) => isPresent(record[key]));
  const choices = choicesKey === undefined ? [] : readChoices(record[choicesKey], choicesKey);
  const answer = readScalar(record, 'answer');
  const sourceKey = spelling.source.find((key) => isPresent(record[key]));
  const source = sourceKey === undefined ? undefined : readScalar(record, sourceKey);

  const idKey = spelling.ids.find((key) => isPresent(record[key]));
  const taken = new Set(['question', 'answer', choicesKey, sourceKey, idKey, ...imageKeys]);
  const entries = Object.entries(record).filter(([key]) => !spelling.isSolutionKey(key));
  const metadata = Object.fromEntries(entries.filter(([key]) => !taken.has(key)));
  const content = spelling.hashesSolutions ? record : Object.fromEntries(entries);
  return {
    id: context.identify(record, spelling.ids, content),
    question: readQuestion(record, context),
    images: local.length > 0 ? local : readImages(record, spelling.images, context),
    ...(choices.length > 0 ? { choices } : {}),
    ...(answer === undefined ? {} : { answer }),
    ...(source === undefined ? {} : { source }),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function readQuestion(record: JsonObject, context: DecodeContext): string {
  const question = record['question'];
  if (typeof question === 'string') return question;
  if (question !== undefined && question !== null) failRecord(`expected \`question\` to be a string, got ${nameJsonType(question)}`);
  context.warn('has no `question`; read with an empty one');
  return '';
}

/** A text, number or truth value as text; undefined when absent. */
export function readScalar(record: JsonObject, key: string): string | undefined {
  const value = record[key];
  if (value === undefined || value === null) return undefined;
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  return failRecord(`expected \`${key}\` to be a string or a number, got ${nameJsonType(value)}`);
}

/** Options as a list, or as an object whose keys are the letters in order. */
function readChoices(value: unknown, key: string): string[] {
  const items: unknown[] = Array.isArray(value) ? value : isJsonObject(value) ? lettersInOrder(value) : [undefined];
  return items.map((item) => {
    if (typeof item === 'string' || typeof item === 'number') return String(item);
    return failRecord(`expected \`${key}\` to be a list of texts (or an object A, B, C, ...), got ${nameJsonType(value)} of ${nameJsonType(item)}`);
  });
}

function lettersInOrder(value: JsonObject): unknown[] {
  const keys = Object.keys(value).sort();
  return keys.every((key, i) => key.toUpperCase() === String.fromCharCode(65 + i)) ? keys.map((key) => value[key]) : [undefined];
}
