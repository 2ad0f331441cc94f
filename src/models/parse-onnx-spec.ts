import { UsageError } from '../errors/index.js';

/** What stands behind `onnx:` in a model specification (see parseOnnxSource); null when it names a server. @throws UsageError when nothing does. */
export function parseOnnxSpec(spec: string): string | null {
  const found = /^onnx:(.*)$/is.exec(spec);
  if (!found) return null;
  const source = found[1]?.trim() ?? '';
  if (source === '') throw new UsageError('Expected the folder or the hub id of a model after `onnx:`, like onnx:./folder or onnx:org/name, but got nothing.');
  return source;
}
