import { describe, expect, it } from 'vitest';
import { withModelCheck } from '../../../src/models/middleware/with-model-check.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';

describe('withModelCheck', () => {
  it('refuses answers of another model in mid-run', async () => {
    const names = ['a', null, 'a', 'b', 'a'];
    const model = withModelCheck(fakeChatModel((_, n) => ({ text: 'x', model: names[n] ?? null })));
    for (let i = 0; i < 3; i++) await model.doGenerate(textCall('Q'));
    await expect(model.doGenerate(textCall('Q'))).rejects.toMatchObject({ kind: 'model-changed', isRetryable: false, message: expect.stringContaining('`a` as at the start of the run, but `b` answers now') as string });
    await expect(model.doGenerate(textCall('Q'))).resolves.toMatchObject({ model: 'a' });
  });
});
