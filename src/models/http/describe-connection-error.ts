import { oneLine } from '../../util/one-line.js';
import { ModelError } from '../model-error.js';

/** Names that do not resolve and certificates that do not hold will not do so a second later. */
const final = new Set(['ENOTFOUND', 'ERR_INVALID_URL', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']);

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'its name is not known',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'it cannot be reached',
  ETIMEDOUT: 'it cannot be reached',
};

/** Turns an error of the network layer into one line that names the server. */
export function describeConnectionError(origin: string, cause: unknown): ModelError {
  const code = codeOf(cause);
  const reason = reasons[code] ?? `the connection failed (${code || oneLine(cause)})`;
  return new ModelError(`${origin}: expected a model server, but ${reason}. Check the address and that the server runs.`, { kind: 'connection', isRetryable: !final.has(code), cause });
}

/** The error code, looked for behind wrappers (several addresses tried, a cause). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
