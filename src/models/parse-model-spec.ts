import { UsageError } from '../errors/index.js';

/** A model behind a server. */
export interface ModelSpec {
  /** Without a trailing slash. */
  baseUrl: string;
  /** Null when the one model that the server serves is meant. */
  name: string | null;
}

const shape = 'http://host:port/v1#name';
const onnxShape = 'onnx:./folder';

/**
 * Reads the specification of a model behind a server (for the others see parseOnnxSpec): `http://localhost:8000/v1#Qwen/Qwen2.5-VL-7B-Instruct`. A URL without a path gets `/v1`.
 * @throws UsageError. A credential in the URL is refused, and never repeated in the message.
 */
export function parseModelSpec(spec: string): ModelSpec {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(spec)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return parseServerUrl(spec);
  if (scheme === 'onnx') throw new UsageError(`Expected the address of a server, like ${shape}, but got an ONNX model (onnx:). It cannot be used here.`);
  const found = scheme === undefined ? 'it has no scheme' : `the scheme \`${scheme}\` is not known`;
  throw new UsageError(`Expected a model like ${shape} or ${onnxShape}, but ${found}. Write the address of the server in full.`);
}

function parseServerUrl(spec: string): ModelSpec {
  if (!URL.canParse(spec)) throw new UsageError(`Expected a model like ${shape}, but the address is malformed.`);
  const url = new URL(spec);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('Expected a server address without a user or password in it. Put the key into an environment variable and name that with `--api-key-env` (`--model-api-key-env` of `prm serve`).');
  }
  if (url.search !== '') {
    throw new UsageError('Expected a server address without `?`. Give the key with `--api-key-env` (`--model-api-key-env` of `prm serve`), and server options with `--extra-body`.');
  }
  const name = url.hash === '' ? null : decodeName(url.hash.slice(1));
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return { baseUrl: `${url.origin}${path === '' ? '/v1' : path}`, name: name === '' ? null : name };
}

/** Model names may hold `%` themselves; only a valid escape is decoded. */
function decodeName(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
