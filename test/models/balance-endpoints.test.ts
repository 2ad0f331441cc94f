import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { balanceEndpoints } from '../../src/models/balance-endpoints.js';
import { ModelError } from '../../src/models/model-error.js';
import { fakeChatModel, textCall } from '../helpers/fake-chat-model.js';
import { fakeClock } from '../helpers/fake-clock.js';

const down = () => new ModelError('down', { kind: 'connection', isRetryable: true });
const withImage = (byte: number) => textCall('Q', { messages: [{ role: 'user', content: [{ type: 'image', image: createMemoryImage(new Uint8Array([byte])) }, { type: 'text', text: String(Math.random()) }] }] });

describe('balanceEndpoints', () => {
  it('shares load', async () => {
    const models = ['a', 'b', 'c'].map((id) => fakeChatModel(async () => { await sleep(5); return id; }, id));
    const balanced = balanceEndpoints(models);
    await Promise.all(Array.from({ length: 300 }, (_, i) => balanced.doGenerate(textCall(`Q${i}`))));
    for (const { calls } of models) expect(calls.length).toBeGreaterThan(80);
  });

  it('sends what shares an image to one endpoint while it is free', async () => {
    const models = ['a', 'b', 'c'].map((id) => fakeChatModel(() => id, id));
    const balanced = balanceEndpoints(models);
    const homes: string[] = [];
    for (let image = 0; image < 20; image++) {
      const texts = new Set<string>();
      for (let i = 0; i < 5; i++) texts.add((await balanced.doGenerate(withImage(image))).text);
      expect(texts.size).toBe(1);
      homes.push(...texts);
    }
    expect(new Set(homes).size).toBe(3);
  });

  it('passes a failed call on, leaves the ill endpoint out, and takes it back when it is well', async () => {
    const clock = fakeClock();
    let isDown = true;
    const sick = fakeChatModel(() => { if (isDown) throw down(); return 'a'; }, 'a');
    const balanced = balanceEndpoints([sick, fakeChatModel(() => 'b', 'b')], { clock });
    for (let i = 0; i < 40; i++) expect((await balanced.doGenerate(textCall(`Q${i}`))).text).toBe('b');
    expect(sick.calls).toHaveLength(3);
    clock.advance(6000);
    for (let i = 0; i < 20; i++) await balanced.doGenerate(textCall(`R${i}`));
    expect(sick.calls).toHaveLength(4);
    isDown = false;
    clock.advance(11_000);
    const texts = await Promise.all(Array.from({ length: 40 }, (_, i) => balanced.doGenerate(textCall(`S${i}`)).then(({ text }) => text)));
    expect(new Set(texts)).toEqual(new Set(['a', 'b']));
  });

  it('goes on without an endpoint whose proxy lost its server, and ends when all have', async () => {
    const gone = () => new ModelError('no such page', { kind: 'wrong-address', isRetryable: false });
    let isOtherGone = false;
    const models = [fakeChatModel(() => { throw gone(); }, 'a'), fakeChatModel(() => { if (isOtherGone) throw gone(); return 'b'; }, 'b')];
    const balanced = balanceEndpoints(models, { clock: fakeClock() });
    for (let i = 0; i < 20; i++) expect((await balanced.doGenerate(textCall(`Q${i}`))).text).toBe('b');
    expect(models[0]!.calls).toHaveLength(3);
    isOtherGone = true;
    await expect(balanced.doGenerate(textCall('R'))).rejects.toMatchObject({ kind: 'wrong-address', endsRun: true });
  });

  it('throws what may pass rather than that a server has no such address', async () => {
    const models = ['a', 'b'].map((id) => fakeChatModel(() => { throw id === 'a' ? down() : new ModelError('gone', { kind: 'wrong-address', isRetryable: false }); }, id));
    const balanced = balanceEndpoints(models, { clock: fakeClock() });
    for (let i = 0; i < 2; i++) await expect(balanced.doGenerate(textCall(`Q${i}`))).rejects.toMatchObject({ kind: 'connection' });
  });

  it('tries one endpoint all the same when all are ill, and throws its error', async () => {
    const models = ['a', 'b'].map((id) => fakeChatModel(() => { throw down(); }, id));
    const balanced = balanceEndpoints(models, { clock: fakeClock() });
    for (let i = 0; i < 10; i++) await expect(balanced.doGenerate(textCall(`Q${i}`))).rejects.toMatchObject({ kind: 'connection' });
    expect(models[0]!.calls.length + models[1]!.calls.length).toBeGreaterThanOrEqual(10);
  });

  it('does not pass on what no endpoint would answer, and does not call a busy endpoint ill', async () => {
    const overflow = new ModelError('too long', { kind: 'context-overflow', isRetryable: false });
    const models = ['a', 'b'].map((id) => fakeChatModel(() => { throw overflow; }, id));
    await expect(balanceEndpoints(models).doGenerate(textCall('Q'))).rejects.toBe(overflow);
    expect(models[0]!.calls.length + models[1]!.calls.length).toBe(1);
    const busy = fakeChatModel(() => { throw new ModelError('busy', { kind: 'rate-limit', isRetryable: true }); }, 'a');
    const balanced = balanceEndpoints([busy, fakeChatModel(() => 'b', 'b')], { clock: fakeClock() });
    for (let i = 0; i < 40; i++) await balanced.doGenerate(textCall(`Q${i}`));
    expect(busy.calls.length).toBeGreaterThan(5);
  });

  it('has the same id whatever further endpoints there are, so that runs and caches outlive them', () => {
    const idOf = (...ids: string[]): string => balanceEndpoints(ids.map((id) => fakeChatModel(() => id, id))).id;
    expect([idOf('a', 'b'), idOf('a', 'c', 'b'), idOf('a')]).toEqual(['a', 'a', 'a']);
  });

  it('closes all, and is the endpoint itself when there is one', async () => {
    const models = ['a', 'b'].map((id) => fakeChatModel(() => id, id));
    const balanced = balanceEndpoints(models);
    await balanced.close();
    expect(models.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    expect(balanceEndpoints(models.slice(0, 1))).toBe(models[0]);
    expect(() => balanceEndpoints([])).toThrow('at least one endpoint');
  });
});
