import { describe, expect, it } from 'vitest';
import { withModelCheck } from '../../../src/models/middleware/with-model-check.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';

/** A model that names itself so in its answers, one after the other. */
const named = (...names: (string | null)[]) => fakeChatModel((_, n) => ({ text: 'x', model: names[n] ?? null }));
const changed = (from: string, to: string) => ({ kind: 'model-changed', isRetryable: false, endsRun: true, message: expect.stringContaining(`\`${from}\` as at the start of the run, but \`${to}\` answers now`) as string });

describe('withModelCheck', () => {
  it('refuses answers of another model in mid-run, and asks for no more of them', async () => {
    const inner = named('a', null, 'a', 'b', 'a');
    const model = withModelCheck(inner);
    for (let i = 0; i < 3; i++) await model.doGenerate(textCall('Q'));
    for (let i = 0; i < 3; i++) await expect(model.doGenerate(textCall('Q'))).rejects.toMatchObject(changed('a', 'b'));
    expect(inner.calls).toHaveLength(4);
  });

  it('refuses another model at another endpoint of the same', async () => {
    const first = { name: null, change: null };
    const [one, two] = [withModelCheck(named('a', 'a'), first), withModelCheck(named('b'), first)];
    await one.doGenerate(textCall('Q'));
    await expect(two.doGenerate(textCall('Q'))).rejects.toMatchObject(changed('a', 'b'));
    await expect(one.doGenerate(textCall('Q'))).rejects.toMatchObject(changed('a', 'b'));
  });

  it('lets endpoints that name the model differently be', async () => {
    const [one, two] = [withModelCheck(named('a', 'a')), withModelCheck(named('org/a', 'org/a'))];
    for (const model of [one, two, one, two]) await expect(model.doGenerate(textCall('Q'))).resolves.toMatchObject({ text: 'x' });
  });
});
