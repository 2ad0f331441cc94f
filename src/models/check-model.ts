import { z } from 'zod';
import { BackendError, ParseError } from '../errors/index.js';
import { clipText } from '../util/wrap-text.js';
import type { ChatModel, GenerateCall, GenerateResult } from './chat-model.js';
import type { Capability, ModelCheck } from './check/capability.js';
import { imageCall, jsonCall, judgeCall, longCall, promptCall } from './check/check-calls.js';
import { systemClock, type Clock } from './clock.js';
import { parseModelJson } from './parse-model-json.js';
import { readLabelProbability } from './read-label-probability.js';

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
  const capabilities: Capability[] = [
    checkChoice(judged),
    checkLogprobs(judged),
    await attempt('json', async () => checkJson(await ask(jsonCall()))),
    await attempt('images', async () => checkImages(await ask(await imageCall('red')), await ask(await imageCall('blue')))),
    await attempt('prefix-cache', async () => { await ask(longCall(0)); return checkPrefixCache(await ask(longCall(1))); }),
    await attempt('prompt-logprobs', async () => checkPromptLogprobs(await ask(promptCall()))),
  ];
  return { capabilities, judgeMs, model: judged.model };
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
  const detail = warnings.find((warning) => warning.includes('constraint')) ?? `it answered ${clipText(text, 40) || 'nothing'}`;
  return { name: 'choice', state: isKept && !detail.includes('constraint') ? 'yes' : 'no', detail };
}

function checkLogprobs({ tokens }: GenerateResult): Capability {
  const read = readLabelProbability({ tokens, labels: ['+', '-'], label: '+' });
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
  const detail = `it calls red ${clipText(red.text, 20) || 'nothing'} and blue ${clipText(blue.text, 20) || 'nothing'}`;
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
