import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors/index.js';
import { createReplayModel } from '../../src/models/create-replay-model.js';
import { withRecording } from '../../src/models/middleware/with-recording.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { describeChatModelContract } from '../contracts/chat-model.js';
import { fakeChatModel, textCall } from '../helpers/fake-chat-model.js';
import { tinyPng } from '../helpers/tiny-png.js';

const folder = mkdtempSync(path.join(tmpdir(), 'prm-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeChatModelContract('fake, recorded', async () => {
  const model = withRecording(fakeChatModel(({ topLogprobs }) => ({ text: '+', tokens: topLogprobs ? [{ token: '+', logprob: -0.1, top: [{ token: '+', logprob: -0.1 }, { token: '-', logprob: -2 }] }] : null })), path.join(folder, 'contract.jsonl'));
  return { model, answer: '+', hasLogprobs: true, close: () => model.close() };
});

describe('recording and replay', () => {
  it('gives back what was recorded, whichever endpoint asks', async () => {
    const file = path.join(folder, 'run.jsonl');
    const call = textCall('Q', { messages: [{ role: 'user', content: [{ type: 'image', image: createMemoryImage(tinyPng(1)) }] }] });
    const first = await withRecording(fakeChatModel(() => 'seen'), file).doGenerate(call);
    const replay = createReplayModel(file);
    expect(await replay.doGenerate(call)).toEqual(first);
    await expect(replay.doGenerate(textCall('other'))).rejects.toMatchObject({ isRetryable: false, message: expect.stringContaining('holds none') as string });
  });

  it('refuses a missing or foreign file', () => {
    expect(() => createReplayModel(path.join(folder, 'none'))).toThrow(UsageError);
    const file = path.join(folder, 'foreign.jsonl');
    writeFileSync(file, '{"a":1}\n');
    expect(() => createReplayModel(file)).toThrow(/foreign\.jsonl:1: expected a recorded answer/);
  });
});
