import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRequestLedger } from '../../src/experiments/request-ledger.js';
import { fakeChatModel, textCall } from '../helpers/fake-chat-model.js';
import { createMemoryAnswers } from '../helpers/memory-answers.js';

describe('createRequestLedger', () => {
  it('sends a request once, however many ask for it and whenever they do', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(fc.record({ text: fc.constantFrom('a', 'b'), sample: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 12 }), async (scheduler, asks) => {
      const model = fakeChatModel(async ({ messages, sampleIndex }) => {
        await scheduler.schedule(Promise.resolve());
        return `${JSON.stringify(messages)} ${sampleIndex}`;
      });
      const ledger = createRequestLedger(createMemoryAnswers());
      const wrapped = ledger.wrap(model, 'judge');
      const answers = Promise.all(asks.map(async ({ text, sample }) => {
        await scheduler.schedule(Promise.resolve());
        return (await wrapped.doGenerate(textCall(text, { sampleIndex: sample }))).text;
      }));
      await scheduler.waitFor(answers);
      expect(await answers).toEqual(asks.map(({ text, sample }) => `${JSON.stringify(textCall(text).messages)} ${sample}`));
      const different = new Set(asks.map((ask) => JSON.stringify(ask))).size;
      expect([model.calls.length, ledger.counts.sent]).toEqual([different, different]);
    }), { numRuns: 50 });
  });

  it('keeps an answer that its reader cannot use, and tells the cache behind it to forget', async () => {
    let forgotten = 0;
    const model = fakeChatModel(() => ({ text: 'well', forget: () => { forgotten++; } }));
    const wrapped = createRequestLedger(createMemoryAnswers()).wrap(model, 'judge');
    (await wrapped.doGenerate(textCall('a'))).forget?.();
    const again = await wrapped.doGenerate(textCall('a'));
    expect([model.calls.length, forgotten, again.text, again.isFromCache]).toEqual([1, 1, 'well', true]);
  });

  it('keeps no error', async () => {
    const model = fakeChatModel((_, n) => { if (n === 0) throw new Error('busy'); return 'fine'; });
    const ledger = createRequestLedger(createMemoryAnswers());
    const wrapped = ledger.wrap(model, 'judge');
    const { asked } = await ledger.note(() => wrapped.doGenerate(textCall('a')).catch(() => null));
    expect(asked.failed).toBe(1);
    expect((await wrapped.doGenerate(textCall('a'))).text).toBe('fine');
    expect(ledger.counts).toEqual({ sent: 1, fromCache: 0, failed: 1 });
  });

  it('finds the answers of an earlier session', async () => {
    const answers = createMemoryAnswers();
    const model = fakeChatModel(() => 'fine');
    await createRequestLedger(answers).wrap(model, 'judge').doGenerate(textCall('a'));
    const later = createRequestLedger(answers);
    expect((await later.wrap(model, 'judge').doGenerate(textCall('a'))).text).toBe('fine');
    expect([model.calls.length, later.counts.sent]).toEqual([1, 0]);
  });

  it('knows who asked for what, also of work that runs at the same time or was done by another', async () => {
    const ledger = createRequestLedger(createMemoryAnswers());
    const model = fakeChatModel(() => 'fine');
    const [describing, judging] = [ledger.wrap(model, 'describe'), ledger.wrap(model, 'judge')];
    const first = await ledger.note(() => describing.doGenerate(textCall('image')));
    const [second, third] = await Promise.all(['b', 'c'].map((text) => ledger.note(async () => {
      ledger.charge(first.asked);
      await Promise.all([judging.doGenerate(textCall(text)), judging.doGenerate(textCall('both'))]);
    })));
    const counts = [first, second, third].map((one) => ['describe', 'judge'].map((job) => one?.asked.keys.get(job)?.size ?? 0));
    expect(counts).toEqual([[1, 0], [1, 2], [1, 2]]);
    expect([...(second?.asked.keys.get('judge') ?? [])].filter((key) => third?.asked.keys.get('judge')?.has(key))).toHaveLength(1);
  });
});
