import { z } from 'zod';
import { BackendError, ParseError } from '../errors/index.js';
import { clipText } from '../util/wrap-text.js';
import type { ChatModel, GenerateCall, GenerateResult } from './chat-model.js';
import type { Capability, CheckedJudge, ModelCheck } from './check/capability.js';
import { imageCall, jsonCall, judgeCall, longCall, promptCall } from './check/check-calls.js';
import { systemClock, type Clock } from './clock.js';
import { normalizePiece } from './labels/normalize-piece.js';
import { parseModelJson } from './parse-model-json.js';
import { readLabelProbability, type LabelProbability } from './read-label-probability.js';

const sum = z.looseObject({ sum: z.number() });

/**
 * Finds out by real calls what a model can do for a judge, seven in all.
 * @throws what the model throws for the plain judge call; for the others a refusal is a finding.
 */
export async function checkModel(model: ChatModel, options: { signal?: AbortSignal | undefined; clock?: Clock } = {}): Promise<ModelCheck> {
  const { signal, clock = systemClock } = options;
  const ask = (call: GenerateCall): Promise<GenerateResult> => model.doGenerate({ ...call, signal });
  const start = clock.now();
  const judged = await ask(judgeCall());
  const judgeMs = clock.now() - start;
  const read = readLabelProbability({ tokens: judged.tokens, labels: ['+', '-'], label: '+' });
  const capabilities: Capability[] = [
    checkChoice(judged),
    checkLogprobs(judged, read),
    await attempt('json', async () => checkJson(await ask(jsonCall()))),
    await attempt('images', async () => checkImages(await ask(await imageCall('red')), await ask(await imageCall('blue')))),
    await attempt('prefix-cache', async () => { await ask(longCall(0)); return checkPrefixCache(await ask(longCall(1))); }),
    await attempt('prompt-logprobs', async () => checkPromptLogprobs(await ask(promptCall()))),
  ];
  return { capabilities, judge: read === null ? readHardLabel(judged) : { probability: read.probability, source: read.source }, judgeAnswer: quote(judged.text), judgeMs, model: judged.model };
}

type Finding = Omit<Capability, 'name'>;

/** A server that refuses a kind of call cannot do it; one that fails says nothing about it. */
async function attempt(name: Capability['name'], check: () => Promise<Finding>): Promise<Capability> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { name, state: error.isRetryable ? 'unknown' : 'no', detail: error.message };
  }
}

function checkChoice({ text, warnings }: GenerateResult): Capability {
  const isKept = text.trim() === '+' || text.trim() === '-';
  const detail = warnings.find((warning) => warning.includes('constraint')) ?? `it answered ${quote(text)}`;
  return { name: 'choice', state: isKept && !detail.includes('constraint') ? 'yes' : 'no', detail };
}

/** The label alone, without log-probabilities: the last rung of the ladder. */
function readHardLabel({ text }: GenerateResult): CheckedJudge | null {
  const label = normalizePiece(text).replace(/^[\s"'`*]+|[\s"'`*.]+$/g, '');
  return label === '+' || label === '-' ? { probability: null, source: 'label' } : null;
}

function checkLogprobs({ tokens }: GenerateResult, read: LabelProbability | null): Capability {
  const detail = read === null ? (tokens === null ? 'it gives none' : 'the labels are not among them') : `P(+) = ${read.probability.toFixed(3)} by ${read.source}`;
  return { name: 'logprobs', state: read === null ? 'no' : 'yes', detail };
}

function checkJson({ text, warnings }: GenerateResult): Finding {
  try {
    const { value, isRepaired } = parseModelJson(text, sum);
    return { state: isRepaired || warnings.length > 0 ? 'unknown' : 'yes', detail: warnings[0] ?? `the sum is ${value.sum}` };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { state: 'no', detail: error.message };
  }
}

function checkImages(red: GenerateResult, blue: GenerateResult): Finding {
  const isRight = /red/i.test(red.text) && /blue/i.test(blue.text);
  const detail = `it calls a red square ${quote(red.text)} and a blue one ${quote(blue.text)}`;
  return { state: isRight ? 'yes' : 'unknown', detail };
}

function checkPrefixCache({ usage }: GenerateResult): Finding {
  const cached = usage?.cachedTokens ?? null;
  if (cached === null) return { state: 'unknown', detail: 'the server does not tell cached tokens' };
  return { state: cached > 0 ? 'yes' : 'no', detail: `${cached} of ${usage?.promptTokens ?? 0} tokens of a repeated prompt were cached` };
}

function checkPromptLogprobs({ promptTokens }: GenerateResult): Finding {
  return promptTokens ? { state: 'yes', detail: `${promptTokens.length} prompt tokens told` } : { state: 'no', detail: 'it gives none' };
}

function quote(text: string): string {
  const short = clipText(text, 40);
  return short === '' ? 'nothing' : `"${short}"`;
}
