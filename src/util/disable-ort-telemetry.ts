/**
 * Turns off the usage reports that onnxruntime-node sends to its maker, unless the user has decided otherwise. To be called in the
 * main thread before a worker loads it: the environment of a worker does not reach native code.
 */
export function disableOrtTelemetry(): void {
  process.env['ORT_DISABLE_TELEMETRY'] ??= '1';
}
