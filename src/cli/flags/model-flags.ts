import type { Options } from 'yargs';

const group = 'Models:';

/** Flags that say how models are reached (src/models/model-options.ts has the ranges). */
export const connectionFlags = {
  endpoint: { type: 'string', array: true, group, describe: 'Further servers of --model, which share the load (repeat)' },
  apiKeyEnv: { type: 'string', group, describe: 'Name of the environment variable that holds the key' },
  dialect: { type: 'string', group, describe: 'vllm, sglang, llamacpp, ollama, openai, generic (default: found by asking)' },
  extraBody: { type: 'string', group, describe: 'JSON object that is added to every request, e.g. {"chat_template_kwargs":{"enable_thinking":false}}' },
  maxPixels: { type: 'number', group, describe: 'Scale larger images down to this many pixels' },
  timeout: { type: 'number', group, describe: 'Seconds that one call may take (default 600)' },
  maxCalls: { type: 'number', group, describe: 'Calls in flight at each server, at most (default 256; how many there are adapts to the server)' },
  requestsPerMinute: { type: 'number', group, describe: 'Rate limit' },
  tokensPerMinute: { type: 'number', group, describe: 'Rate limit' },
  retries: { type: 'number', group, describe: 'Further tries after a failure that may pass (default 5)' },
  dtype: { type: 'string', group, describe: 'onnx: models: precision of the weights: fp32 (default), fp16, q8, q4, …' },
  device: { type: 'string', group, describe: 'onnx: models: cpu (default), cuda, …' },
  offline: { type: 'boolean', group, describe: 'onnx: models: use only files on this machine' },
} as const satisfies Record<string, Options>;

/** Where answers are kept. */
export const cacheFlag = {
  cache: { type: 'string', group, describe: 'Folder that keeps answers of models between runs (default ~/.cache/prm/answers; --no-cache: nowhere)' },
} as const satisfies Record<string, Options>;

/** Flags that choose models and how they are asked. */
export const modelFlags = {
  model: { type: 'string', group, describe: 'http://host:port/v1#name, or onnx:<folder or hub id>; for every job that has no model of its own' },
  describeModel: { type: 'string', group, describe: 'The model that describes the images' },
  auditModel: { type: 'string', group, describe: 'The model that finds premises and holds them against the description' },
  judgeModel: { type: 'string', group, describe: 'The model that judges steps; with --judge pooling a pooling endpoint' },
  judge: { type: 'string', group, describe: 'per-step (default), batch, turns, critic, pooling' },
  promptSet: { type: 'string', group, describe: 'default, or evpv: the fields and labels of the reference' },
  prompts: { type: 'string', array: true, group, describe: 'Folder of prompts that replace ours by id (repeat; later ones win)' },
  describePrompt: { type: 'string', group, describe: 'Prompt by id or id@version' },
  extractPrompt: { type: 'string', group, describe: 'Prompt by id or id@version' },
  auditPrompt: { type: 'string', group, describe: 'Prompt by id or id@version' },
  judgePrompt: { type: 'string', group, describe: 'Prompt by id or id@version' },
  extraction: { type: 'string', group, describe: 'Undeclared premises: separate (default), or combined: found and audited in one call' },
  votes: { type: 'number', group, describe: 'Answers a step for critics, and where a model gives no log-probabilities (default 1: a hard label)' },
  voteTemperature: { type: 'number', group, describe: 'Temperature of the votes after the first (default 0.7)' },
  stepConcurrency: { type: 'number', group, describe: 'Steps of one solution in flight after its first (default 8)' },
  historySteps: { type: 'number', group, describe: 'Earlier steps that a judge of one step is shown, at most (default: all)' },
  seed: { type: 'number', group, describe: 'Seed of the sampling (default: none)' },
  stepMark: { type: 'string', group, describe: 'pooling: the text that ends a step (default <extra_0>)' },
  ...connectionFlags,
  ...cacheFlag,
} as const satisfies Record<string, Options>;
