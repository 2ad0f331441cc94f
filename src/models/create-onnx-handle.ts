import { UsageError } from '../errors/index.js';
import type { CreateModelOptions, ModelHandle } from './create-model.js';
import { AdaptiveLimit } from './endpoints/adaptive-limit.js';
import { sumLoad } from './endpoints/server-load.js';
import { withAdaptiveLimit } from './endpoints/with-adaptive-limit.js';
import { emptyUsage } from './middleware/usage-meter.js';
import { withCache } from './middleware/with-cache.js';
import { withSingleFlight } from './middleware/with-single-flight.js';
import { withUsageMeter } from './middleware/with-usage-meter.js';
import { createOnnxModel } from './onnx/create-onnx-model.js';

/**
 * Makes an ONNX model, with what makes sense around it: cache, single flight, usage. One call runs at a time; there is
 * nothing to retry and no rate to keep to.
 * @throws UsageError for further endpoints; see createOnnxModel.
 */
export async function createOnnxHandle(source: string, options: CreateModelOptions): Promise<ModelHandle> {
  const { endpoints = [], cache, dtype, device, offline, maxPixels, env, signal } = options;
  if (endpoints.length > 0) throw new UsageError('Expected no further endpoints beside an ONNX model. Take `--endpoint` away, or serve the model.');
  const onnx = await createOnnxModel({ source, dtype, device, offline, maxPixels, env, signal });
  const limit = new AdaptiveLimit({ start: 1, max: 1 });
  const usage = emptyUsage();
  const single = withSingleFlight(withAdaptiveLimit(onnx, limit));
  return {
    model: withUsageMeter(cache ? withCache(single, cache) : single, usage),
    info: { name: onnx.info.name, dialect: 'onnx', contextLength: onnx.info.contextLength, endpoints: 1 },
    usage,
    readLoad: () => sumLoad([limit]),
  };
}
