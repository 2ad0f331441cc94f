import { UsageError } from '../errors/index.js';

/** What a model specification names. */
export type ModelSpec =
  /** An OpenAI-compatible server. `name` is null when the one model that it serves is meant. */
  | { type: 'http'; baseUrl: string; name: string | null }
  /** A vision-language model in ONNX files: a hub id or a folder. */
  | { type: 'onnx'; source: string };

const shapes = 'http://host:port/v1#name, https://host/v1#name or onnx:<hub id or folder>';

/**
 * Reads a model specification: `http://localhost:8000/v1#Qwen/Qwen2.5-VL-7B-Instruct`, or `onnx:<hub id or folder>`.
 * The base URL comes back without a trailing slash; a URL without a path gets `/v1`.
 * @throws UsageError. A credential in the URL is refused, and never repeated in the message.
 */
export function parseModelSpec(spec: string): ModelSpec {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(spec)?.[1]?.toLowerCase();
  if (scheme === 'onnx') {
    const source = spec.slice('onnx:'.length);
    if (source === '') throw new UsageError('Expected a hub id or a folder after `onnx:`, but nothing follows.');
    return { type: 'onnx', source };
  }
  if (scheme !== 'http' && scheme !== 'https') {
    const found = scheme === undefined || /^[^:]+:\d+/.test(spec) ? 'it has no scheme' : `the scheme \`${scheme}\` is not known`;
    throw new UsageError(`Expected a model like ${shapes}, but ${found}. Write the address of the server in full.`);
  }
  return { type: 'http', ...parseServerUrl(spec) };
}

function parseServerUrl(spec: string): { baseUrl: string; name: string | null } {
  if (!URL.canParse(spec)) throw new UsageError(`Expected a model like ${shapes}, but the address is malformed.`);
  const url = new URL(spec);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('Expected a server address without a user or password in it. Put the key into an environment variable and name that with `--api-key-env`.');
  }
  if (url.search !== '') {
    throw new UsageError('Expected a server address without `?`. Give the key with `--api-key-env`, and server options with `--extra-body`.');
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
