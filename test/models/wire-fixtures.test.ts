import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GenerateCall } from '../../src/models/chat-model.js';
import { dialectNames, type DialectName } from '../../src/models/dialect.js';
import { describeHttpError } from '../../src/models/http/describe-http-error.js';
import { chooseDialect } from '../../src/models/openai/choose-dialect.js';
import { readLabelProbability } from '../../src/models/read-label-probability.js';
import { textCall } from '../helpers/fake-chat-model.js';

interface Fixture { status: number; headers?: Record<string, string>; body: unknown }

const root = path.resolve('test/fixtures/http');
const load = (name: string): Fixture => JSON.parse(readFileSync(path.join(root, `${name}.json`), 'utf8')) as Fixture;
const choice: Partial<GenerateCall> = { constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 20 };
const answer = (name: string, extra: Partial<GenerateCall> = {}) => chooseDialect(name.split('/')[0] as DialectName).readAnswer(load(name).body, textCall('Q', extra));
const complain = (name: string, apiKeyEnv: string | null = null) => {
  const { status, headers = {}, body } = load(name);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return describeHttpError({ answer: { status, headers, text }, origin: 'http://server', redact: (said) => said.replaceAll('SECRET-KEY', '[key]'), apiKeyEnv, now: 0 });
};

describe('answers in the documented shapes', () => {
  it.each(['vllm/judge', 'sglang/judge', 'llamacpp/judge', 'ollama/judge', 'openai/judge', 'generic/parallel-logprobs'])('%s: the label and its probability', (name) => {
    const { text, tokens, finishReason, warnings } = answer(name, choice);
    expect([text, finishReason, warnings]).toEqual(['+', 'stop', []]);
    expect(readLabelProbability({ tokens, labels: ['+', '-'], label: '+' })).toMatchObject({ probability: expect.closeTo(0.8, 9) as number, source: 'label-logprobs' });
  });

  it.each([['vllm/judge', 784], ['sglang/judge', 800], ['llamacpp/judge', 796], ['openai/judge', 0], ['ollama/judge', null]] as const)('%s: %s cached tokens', (name, cachedTokens) => {
    expect(answer(name, choice).usage).toMatchObject({ cachedTokens });
  });

  it('vllm/reasoning: only the tokens of the answer count', () => {
    const { text, reasoning, tokens } = answer('vllm/reasoning', { topLogprobs: 20 });
    expect([text.trim(), reasoning]).toEqual(['+', 'The height is 4, as read.']);
    expect(readLabelProbability({ tokens, labels: ['+', '-'], label: '+' })?.probability).toBeCloseTo(0.8, 9);
  });

  it('tells reasoning, refusals and filters apart from answers', () => {
    expect(answer('ollama/thinking')).toMatchObject({ text: 'yes', reasoning: 'It says 50.', finishReason: 'length' });
    expect(answer('openai/refusal')).toMatchObject({ text: '', finishReason: 'content-filter', tokens: null });
    expect(answer('openai/content-filter')).toMatchObject({ finishReason: 'content-filter', warnings: ['a content filter of the server held the answer back'] });
  });

  it('does not take something else for an answer', () => {
    for (const name of dialectNames) {
      for (const body of [null, {}, [], 'x', { choices: [] }, { choices: [{}] }, { message: null }]) {
        expect(() => chooseDialect(name).readAnswer(body, textCall('Q'))).toThrow('Expected an answer as the protocol promises');
      }
    }
  });
});

describe('complaints in the documented shapes', () => {
  it.each([
    ['vllm/context-overflow', 'context-overflow', false], ['vllm/decoder-prompt-too-long', 'context-overflow', false], ['vllm/answer-too-long', 'context-overflow', false], ['sglang/context-overflow', 'context-overflow', false],
    ['llamacpp/context-overflow', 'context-overflow', false], ['llamacpp/context-overflow-while-generating', 'context-overflow', false],
    ['ollama/context-overflow', 'context-overflow', false], ['openai/context-overflow', 'context-overflow', false],
    ['vllm/model-not-found', 'model-not-served', false], ['ollama/model-not-found', 'model-not-served', false],
    ['vllm/no-such-path', 'wrong-address', false], ['llamacpp/no-such-path', 'wrong-address', false], ['openai/no-such-path', 'wrong-address', false],
    ['ollama/no-such-path', 'wrong-address', false], ['generic/page-of-a-proxy-without-server', 'wrong-address', false],
    ['vllm/too-many-images', 'image-refused', false], ['vllm/not-multimodal', 'image-refused', false], ['llamacpp/no-images', 'image-refused', false], ['openai/image-too-large', 'image-refused', false],
    ['openai/wrong-key', 'auth', false], ['openai/no-credit', 'quota', false], ['openai/rate-limit', 'rate-limit', true],
    ['llamacpp/loading', 'server', true], ['generic/proxy-page', 'server', true], ['generic/validation-error', 'bad-request', false],
  ] as const)('%s is %s', (name, kind, isRetryable) => {
    const error = complain(name);
    expect(error).toMatchObject({ kind, isRetryable, status: load(name).status });
    expect(error.message).not.toContain('\n');
    expect(error.message).toMatch(/^http:\/\/server: expected .*\.$/);
  });

  it('ends a run that no other call at the address could go on with, and says where to look', () => {
    expect(complain('vllm/no-such-path')).toMatchObject({ endsRun: true, message: expect.stringContaining('path of the address') as string });
    expect(complain('generic/validation-error').endsRun).toBe(false);
  });

  it('names the options that help', () => {
    expect(complain('vllm/answer-too-long').message).toContain('ask for a shorter answer');
    expect(complain('vllm/context-overflow').message).not.toContain('shorter answer');
    expect(complain('openai/rate-limit').message).toContain('--max-calls');
  });

  it('obeys retry-after-ms before retry-after, and never prints a key', () => {
    expect(complain('openai/rate-limit').retryAfterMs).toBe(250);
    expect(complain('openai/wrong-key', 'OPENAI_API_KEY').message).toMatch(/\[key\].*Check the key in the environment variable OPENAI_API_KEY\.$/);
    expect(complain('openai/wrong-key').message).not.toContain('SECRET-KEY');
  });

  it('covers every fixture', () => {
    const used = readFileSync(import.meta.filename, 'utf8');
    const unused = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).map((file) => file.split(path.sep).join('/').slice(0, -5)).filter((name) => !used.includes(`'${name}'`));
    expect(unused).toEqual([]);
  });
});
