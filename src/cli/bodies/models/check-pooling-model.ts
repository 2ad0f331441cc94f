import { checkPooling } from '../../../models/check-pooling.js';
import { connectPoolingEndpoint } from '../../../models/connect-pooling-endpoint.js';
import type { CreateModelOptions } from '../../../models/create-model.js';
import { parseModelSpec } from '../../../models/parse-model-spec.js';
import type { CheckedModel } from './checked-model.js';

/** Has a native process reward model judge two steps. @throws as connectPoolingEndpoint does, and what the call throws. */
export async function checkPoolingModel(options: Omit<CreateModelOptions, 'endpoints'> & { jobs: readonly string[]; stepMark?: string | undefined }): Promise<CheckedModel> {
  const { jobs, spec, ...connection } = options;
  const endpoint = await connectPoolingEndpoint({ ...connection, ...parseModelSpec(spec) });
  try {
    const { probabilities: { right, wrong }, judgeMs } = await checkPooling(endpoint, { signal: options.signal });
    return {
      id: endpoint.id, jobs, name: endpoint.name, dialect: 'pooling', contextLength: null, endpoints: 1, served: endpoint.served ?? null,
      capabilities: [{ name: 'pooling', state: 'yes', detail: '2 rows for 2 steps' }],
      judge: {
        answer: `P = ${right.toFixed(3)} for a right step and ${wrong.toFixed(3)} for a wrong one`,
        result: { probability: right, source: 'pooling' },
        milliseconds: Math.round(judgeMs),
      },
    };
  } finally {
    await endpoint.close();
  }
}
