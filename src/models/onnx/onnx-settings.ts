import { homedir, totalmem } from 'node:os';
import path from 'node:path';
import { UsageError } from '../../errors/index.js';
import { precisionSuffixes, type Precision } from './precisions.js';

export interface OnnxModelOptions {
  /** A folder, or a hub id with or without `@revision` (see parseOnnxSource). */
  source: string;
  /** Precision of the weights. Default `fp32`. */
  dtype?: string | undefined;
  /** Where the graphs run. Default `cpu`. */
  device?: string | undefined;
  /** Never asks the hub: only what is in the cache folder. Default: what HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE say. */
  offline?: boolean | undefined;
  /** Where files of the hub are kept. Default: `models` in the user's cache folder of this package. */
  cacheDir?: string | undefined;
  /** Largest width times height of an image that the model sees. Default: what the model's own processor makes of it. */
  maxPixels?: number | undefined;
  /** Memory of the worker's process in MiB above which it starts anew between two calls. Default: three quarters of the machine's. */
  memoryLimitMb?: number | undefined;
  /** Stops the loading. */
  signal?: AbortSignal | undefined;
  env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options without gaps, as far as the worker needs them. */
export interface LoadSettings {
  precision: Precision;
  device: Device;
  isOffline: boolean;
  cacheDir: string;
  /** The hub's address; null for the usual one. */
  hub: string | null;
}

/** `webgpu` is left out: it keeps the cache of keys and values where it cannot be cut. */
const devices = ['cpu', 'cuda', 'dml', 'coreml'] as const;
type Device = (typeof devices)[number];

/** Fills the gaps of the options. @throws UsageError for a precision or device that does not exist. */
export function readLoadSettings({ dtype = 'fp32', device = 'cpu', offline, cacheDir, env = process.env }: OnnxModelOptions): LoadSettings {
  if (!(dtype in precisionSuffixes)) throw new UsageError(`Expected a precision of ${Object.keys(precisionSuffixes).join(', ')}, got \`${dtype}\`.`);
  if (!devices.some((one) => one === device)) throw new UsageError(`Expected a device of ${devices.join(', ')}, got \`${device}\`.`);
  const endpoint = env['HF_ENDPOINT'] ?? '';
  if (endpoint !== '' && !/^https?:\/\//.test(endpoint)) throw new UsageError('Expected HF_ENDPOINT to be an address that begins with http:// or https://. Correct it, or unset it.');
  return {
    precision: dtype as Precision,
    device: device as Device,
    isOffline: offline ?? (isOn(env['HF_HUB_OFFLINE']) || isOn(env['TRANSFORMERS_OFFLINE'])),
    cacheDir: cacheDir === undefined ? path.join(userCacheFolder(env), 'prm', 'models') : path.resolve(cacheDir),
    hub: endpoint === '' ? null : `${endpoint.replace(/\/+$/, '')}/`,
  };
}

/** The memory that the worker may hold, in MiB. */
export function readMemoryLimit({ memoryLimitMb }: OnnxModelOptions): number {
  if (memoryLimitMb !== undefined && !(memoryLimitMb > 0)) throw new UsageError(`Expected \`memoryLimitMb\` to be above 0, got ${memoryLimitMb}.`);
  return memoryLimitMb ?? (0.75 * Math.min(totalmem(), process.constrainedMemory() || Infinity)) / 2 ** 20;
}

function isOn(value: string | undefined): boolean {
  return /^(?:1|true|yes|on)$/i.test(value ?? '');
}

function userCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const given = env['XDG_CACHE_HOME'];
  return given !== undefined && path.isAbsolute(given) ? given : path.join(homedir(), '.cache');
}
