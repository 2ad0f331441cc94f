import type { Candidate, Step } from '../../../schema/index.js';
import { isJsonObject, nameJsonType, parseJsonObject, type JsonObject } from '../../parse-json-object.js';
import { readVisualDependency } from './read-visual-dependency.js';

const OWN_KEYS = ['reasoningprocess', 'finalanswer'];

/** A slot as read; `problem` says why a filled slot gave a candidate without steps. */
export interface DecodedSlot {
  candidate: Candidate;
  problem: string | null;
}

/**
 * Reads one `vlmresponseK`. A filled slot always gives a candidate, so that a policy's failure to keep to the format
 * is counted and not lost: what cannot be read has zero steps and says why in its metadata.
 */
export function decodeSlot(slot: unknown, index: number): DecodedSlot {
  if (typeof slot === 'string') return decodeTextSlot(slot, index);
  if (!isJsonObject(slot)) return unreadable(index, `expected an object, got ${nameJsonType(slot)}`, { original: slot });
  const steps = readSteps(slot['reasoningprocess']);
  if (typeof steps === 'string') {
    const raw = slot['rawoutput'];
    return unreadable(index, steps, { original: slot }, typeof raw === 'string' ? raw : undefined);
  }
  const rest = Object.fromEntries(Object.entries(slot).filter(([key]) => !OWN_KEYS.includes(key)));
  const finalAnswer = readFinalAnswer(slot['finalanswer']);
  return {
    candidate: {
      index,
      solution: {
        steps,
        ...(finalAnswer === undefined ? {} : { finalAnswer }),
        checklist: declaresDependencies(slot['reasoningprocess']) ? 'declared' : 'undeclared',
      },
      ...(Object.keys(rest).length > 0 ? { metadata: rest } : {}),
    },
    problem: null,
  };
}

/** A slot may hold the policy's object as a string of JSON; any other string is an answer out of format. */
function decodeTextSlot(text: string, index: number): DecodedSlot {
  const parsed = parseJsonObject(text);
  if ('value' in parsed) {
    const { candidate, problem } = decodeSlot(parsed.value, index);
    return { candidate: { ...candidate, response: text }, problem };
  }
  return unreadable(index, parsed.error, {}, text);
}

function unreadable(index: number, reason: string, extra: JsonObject, response?: string): DecodedSlot {
  return {
    candidate: {
      index,
      solution: { steps: [], checklist: 'undeclared' },
      ...(response === undefined ? {} : { response }),
      metadata: { unreadable: reason, ...extra },
    },
    problem: reason,
  };
}

function readSteps(value: unknown): Step[] | string {
  if (!Array.isArray(value)) return `expected \`reasoningprocess\` to be a list of steps, got ${nameJsonType(value)}`;
  const steps: Step[] = [];
  for (const [i, item] of value.entries()) {
    const text: unknown = isJsonObject(item) ? item['steptext'] : undefined;
    if (typeof text !== 'string') return `expected \`reasoningprocess[${i}].steptext\` to be a string, got ${nameJsonType(text)}`;
    steps.push({ text, visualDependency: readVisualDependency((item as JsonObject)['visualdependency']) });
  }
  return steps;
}

/** A policy that never writes the field was never asked for it: that is not "uses no image". */
function declaresDependencies(steps: unknown): boolean {
  const list = steps as JsonObject[];
  return list.length === 0 || list.some((step) => 'visualdependency' in step);
}

function readFinalAnswer(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
