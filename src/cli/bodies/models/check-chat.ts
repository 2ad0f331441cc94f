import { checkModel } from '../../../models/check-model.js';
import type { Capability } from '../../../models/check/capability.js';
import { createModel, type CreateModelOptions } from '../../../models/create-model.js';
import { BackendError } from '../../../errors/index.js';
import { showProgress } from '../../show-progress.js';
import { checkPoolingModel } from './check-pooling-model.js';
import type { CheckedModel } from './checked-model.js';

/** Real calls that a check makes, for its progress line. */
const CALLS = 7;

/** Asks a chat model what it is and what it can do. @throws as createModel does, and what the plain judge call throws. */
export async function checkChat(options: CreateModelOptions & { jobs: readonly string[]; quiet: boolean }): Promise<CheckedModel> {
  const { jobs, quiet, ...connection } = options;
  const { model, info, served, usage, readLoad } = await createModel(connection);
  const progress = showProgress('calls', quiet, { total: async () => CALLS, models: [{ usage, readLoad }] });
  try {
    const counted = { ...model, doGenerate: (call: Parameters<typeof model.doGenerate>[0]) => model.doGenerate(call).finally(progress.tick) };
    const { capabilities, judge, judgeAnswer, judgeMs } = await checkModel(counted, { signal: options.signal });
    return {
      id: model.id, jobs, ...info, served: served ?? null,
      capabilities: [...capabilities, await lookForPooling(options)],
      judge: { answer: judgeAnswer, result: judge, milliseconds: Math.round(judgeMs) },
    };
  } catch (error) {
    if (!(error instanceof BackendError) || error.isRetryable || (await lookForPooling(options)).state !== 'yes') throw error;
    throw new BackendError(`${error.message} It answers /pooling, though: check it with \`--judge pooling\`.`, { isRetryable: false, cause: error });
  } finally {
    progress.end();
    await model.close();
  }
}

/** Whether the same server judges natively as well. Only servers can: others are not asked. */
async function lookForPooling(options: CreateModelOptions): Promise<Capability> {
  if (!/^https?:/i.test(options.spec)) return { name: 'pooling', state: 'no', detail: 'only servers have it' };
  try {
    const { capabilities: [pooling] } = await checkPoolingModel({ ...options, retry: { tries: 1 }, jobs: [] });
    return pooling as Capability;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return error.isRetryable ? { name: 'pooling', state: 'unknown', detail: error.message } : { name: 'pooling', state: 'no', detail: 'the server gives no rows of probabilities' };
  }
}
