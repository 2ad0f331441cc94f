import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../../src/errors/index.js';
import { withSingleFlight } from '../../../src/models/middleware/with-single-flight.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';

/** A model that answers when told, or ends with its signal. */
function heldModel() {
  const release: (() => void)[] = [];
  const model = fakeChatModel((call, n) => new Promise((resolve, reject) => {
    release.push(() => resolve(`answer ${n}`));
    call.signal?.addEventListener('abort', () => reject(new AbortedError('Stopped.')));
  }));
  return { model, release };
}

describe('withSingleFlight', () => {
  it('shares a flight among equal calls, and begins a new one after it', async () => {
    const { model, release } = heldModel();
    const shared = withSingleFlight(model);
    const both = Promise.all([shared.doGenerate(textCall('Q')), shared.doGenerate(textCall('Q')), shared.doGenerate(textCall('Q', { sampleIndex: 1 }))]);
    await sleep(20);
    release.forEach((go) => go());
    const [a, b, c] = await both;
    expect([a.text, b.text, c.text]).toEqual(['answer 0', 'answer 0', 'answer 1']);
    expect([a.isFromCache, b.isFromCache]).toEqual([undefined, true]);
    expect(model.calls).toHaveLength(2);
    const again = shared.doGenerate(textCall('Q'));
    await sleep(20);
    release.at(-1)?.();
    expect((await again).text).toBe('answer 2');
  });

  it('lets one waiter give up without the others', async () => {
    const { model, release } = heldModel();
    const shared = withSingleFlight(model);
    const controller = new AbortController();
    const quitter = shared.doGenerate(textCall('Q', { signal: controller.signal }));
    const stayer = shared.doGenerate(textCall('Q'));
    await sleep(20);
    controller.abort();
    await expect(quitter).rejects.toBeInstanceOf(AbortedError);
    release[0]?.();
    expect((await stayer).text).toBe('answer 0');
    expect(model.calls).toHaveLength(1);
  });

  it('ends the flight when the last waiter has left, and tells every waiter an error', async () => {
    const { model } = heldModel();
    const controller = new AbortController();
    const quitter = withSingleFlight(model).doGenerate(textCall('Q', { signal: controller.signal }));
    await sleep(20);
    controller.abort();
    await expect(quitter).rejects.toBeInstanceOf(AbortedError);
    expect(model.calls[0]?.signal?.aborted).toBe(true);

    const broken = withSingleFlight(fakeChatModel(async () => { await sleep(10); throw new Error('down'); }));
    const results = await Promise.allSettled([broken.doGenerate(textCall('Q')), broken.doGenerate(textCall('Q'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
