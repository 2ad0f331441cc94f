import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors/index.js';
import { parseModelSpec } from '../../src/models/parse-model-spec.js';

describe('parseModelSpec', () => {
  it.each([
    ['http://localhost:8000/v1#Qwen/Qwen2.5-VL-7B-Instruct', 'http://localhost:8000/v1', 'Qwen/Qwen2.5-VL-7B-Instruct'],
    ['http://localhost:11434#qwen2.5vl:7b', 'http://localhost:11434/v1', 'qwen2.5vl:7b'],
    ['HTTPS://API.example.com/openai/v1/', 'https://api.example.com/openai/v1', null],
    ['http://[::1]:8000/v1/chat/completions#a%20b', 'http://[::1]:8000/v1', 'a b'],
    ['http://host/v1#50%', 'http://host/v1', '50%'],
    ['http://host/v1#', 'http://host/v1', null],
  ])('%s', (spec, baseUrl, name) => expect(parseModelSpec(spec)).toEqual({ baseUrl, name }));

  it.each([
    ['localhost:8000/v1', 'it has no scheme'], ['qwen', 'it has no scheme'], ['', 'it has no scheme'],
    ['ftp://host/v1', 'the scheme `ftp` is not known'], ['http://', 'malformed'], ['http://host:99999/v1', 'malformed'],
    ['http://host/v1?api-key=hush#m', '--api-key-env'], ['http://me:hush@host/v1', '--api-key-env'],
  ])('%s is refused: %s', (spec, reason) => {
    expect(() => parseModelSpec(spec)).toThrow(UsageError);
    expect(() => parseModelSpec(spec)).toThrow(reason);
    expect(() => parseModelSpec(spec)).not.toThrow('hush');
  });
});
