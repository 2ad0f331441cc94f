import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AbortedError, UsageError } from '../errors/index.js';
import type { ChatModel, GenerateResult } from './chat-model.js';
import { tryJson } from './http/try-json.js';
import { makeCallKey } from './make-call-key.js';
import { ModelError } from './model-error.js';

const recordLine = z.strictObject({ key: z.string(), result: z.looseObject({ text: z.string() }) });

/** Answers from a recording, and from nothing else. @throws UsageError when the file is missing or not a recording. */
export function createReplayModel(file: string, options: { id?: string } = {}): ChatModel {
  if (!existsSync(file)) throw new UsageError(`Expected a recording at ${file}, but there is no such file. Record one first.`);
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
  const answers = new Map(lines.map((line, i) => {
    const parsed = recordLine.safeParse(tryJson(line));
    if (!parsed.success) throw new UsageError(`${file}:${i + 1}: expected a recorded answer, but the line is not one. Record it anew.`);
    return [parsed.data.key, parsed.data.result as unknown as GenerateResult];
  }));
  return {
    id: options.id ?? `replay:${file}`,
    async doGenerate(call) {
      if (call.signal?.aborted) throw new AbortedError('Stopped.');
      const answer = answers.get(await makeCallKey('', call));
      if (!answer) throw new ModelError(`${file}: expected a recorded answer to this call, but it holds none. Record it anew.`, { kind: 'bad-request', isRetryable: false });
      return answer;
    },
    close: async () => {},
  };
}
