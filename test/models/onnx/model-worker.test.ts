import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { AbortedError, UsageError } from '../../../src/errors/index.js';
import { createModelWorker, type ModelWorker } from '../../../src/models/onnx/model-worker.js';
import { readLoadSettings } from '../../../src/models/onnx/onnx-settings.js';
import type { GenerateTask } from '../../../src/models/onnx/worker-message.js';
import { tempFolder } from '../../helpers/temp-folder.js';

/** A worker that does what the text of a task says, and tells how many tasks it has done. */
const program = `
let done = 0;
let held = null;
const answer = (response, memoryMb = 100) => process.send({ memoryMb, ...response });
process.on('message', (request) => {
  const { type, id } = request;
  if (type === 'abort') { if (held === id) answer({ id, type: 'failure', failure: { type: 'aborted' } }); return; }
  const text = request.messages[0].content[0].text;
  if (text === 'hold') { held = id; return; }
  if (text === 'throw') throw new Error('out of memory');
  if (text === 'exit') process.exit(3);
  if (text === 'abort') process.abort();
  if (text === 'refuse') return answer({ id, type: 'failure', failure: { type: 'usage', message: 'No.' } });
  done++;
  answer({ id, type: 'answer', answer: { text: text + done } }, Number(/\\d+$/.exec(text)?.[0] ?? 100));
});
process.on('disconnect', () => process.exit());`;

const open: ModelWorker[] = [];
afterEach(async () => { for (const worker of open.splice(0)) await worker.close(); });

function start(): ModelWorker {
  const entry = path.join(tempFolder(), 'worker.mjs');
  writeFileSync(entry, program);
  const settings = { ...readLoadSettings({ source: './x' }), source: { type: 'folder' as const, folder: 'x' } };
  const worker = createModelWorker({ entry: pathToFileURL(entry), settings, memoryLimitMb: 1000 });
  open.push(worker);
  return worker;
}

const task = (text: string): GenerateTask => ({ type: 'generate', messages: [{ role: 'user', content: [{ type: 'text', text }] }], images: {}, temperature: 0, topP: 1, penalties: { presence: 0, frequency: 0, repetition: 1 }, maxTokens: 1, seed: 0, stop: [], choices: null, topLogprobs: null });
const ask = async (worker: ModelWorker, text: string, signal?: AbortSignal): Promise<string> => {
  const response = await worker.generate(task(text), signal);
  return response.type === 'answer' ? response.answer.text : response.type;
};

describe('createModelWorker', () => {
  it('does one task after the other, in one process that starts with the first', async () => {
    const worker = start();
    expect(worker.starts).toBe(0);
    expect(await Promise.all(['a', 'b', 'c'].map((text) => ask(worker, text)))).toEqual(['a1', 'b2', 'c3']);
    expect(worker.starts).toBe(1);
  });

  it.each(['throw', 'exit', 'abort'])('fails the task whose worker ends (%s), and goes on with a new one', async (end) => {
    const worker = start();
    await ask(worker, 'a');
    const [failed, next] = await Promise.allSettled([ask(worker, end), ask(worker, 'b')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { kind: 'server', isRetryable: true, message: expect.stringContaining('its process ended') as string } });
    expect(next).toEqual({ status: 'fulfilled', value: 'b1' });
    expect(worker.starts).toBe(2);
  });

  it('raises the errors of the worker with their class, and keeps it', async () => {
    const worker = start();
    await expect(ask(worker, 'refuse')).rejects.toBeInstanceOf(UsageError);
    expect(await ask(worker, 'a')).toBe('a1');
    expect(worker.starts).toBe(1);
  });

  it('starts anew between two tasks when memory has passed the limit; no task is lost', async () => {
    const worker = start();
    await ask(worker, 'a');
    expect(await Promise.all([ask(worker, 'b-1001'), ask(worker, 'c'), ask(worker, 'd')])).toEqual(['b-10012', 'c1', 'd2']);
    expect(worker.starts).toBe(2);
  });

  it('does not start anew again and again when the limit is below what it starts with', async () => {
    const worker = start();
    for (const text of ['a-2000', 'b-2000', 'c-2400']) await ask(worker, text);
    expect(worker.starts).toBe(1);
    await ask(worker, 'd-2600');
    await ask(worker, 'e');
    expect(worker.starts).toBe(2);
  });

  it('drops waiting work whose signal fires, and stops running work', async () => {
    const worker = start();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const answers = [ask(worker, 'hold', running.signal), ask(worker, 'b', waiting.signal), ask(worker, 'c')];
    waiting.abort();
    await expect(answers[1]).rejects.toBeInstanceOf(AbortedError);
    running.abort();
    await expect(answers[0]).rejects.toBeInstanceOf(AbortedError);
    expect(await answers[2]).toBe('c1');
    await expect(ask(worker, 'd', AbortSignal.abort())).rejects.toBeInstanceOf(AbortedError);
  });

  it('ends what is open when it is closed, and takes nothing more', async () => {
    const worker = start();
    const settled = Promise.allSettled([ask(worker, 'hold'), ask(worker, 'b')]);
    await worker.close();
    for (const one of await settled) expect(one).toMatchObject({ status: 'rejected', reason: { name: 'AbortedError' } });
    await expect(ask(worker, 'c')).rejects.toBeInstanceOf(AbortedError);
    await worker.close();
  });
});
