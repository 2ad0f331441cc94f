import { lookup as resolveName } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { ImageError } from '../errors/index.js';
import { SharedFlights } from '../util/shared-flights.js';
import { startTimeLimit } from '../util/time-limit.js';
import { hashBytes } from './hash-bytes.js';
import { defaultImageLimits } from './image-limits.js';
import type { ImageSource } from './image-source.js';
import { isPublicAddress } from './is-public-address.js';

const MOST_REDIRECTS = 3;
/** Request timeout, too early, too many requests; all of 5xx besides. */
const PASSING_STATUS = new Set([408, 425, 429]);
const PASSING_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

export interface FetchImageOptions {
  maxBytes?: number;
  /** Milliseconds for everything, redirects included. Default 20,000. */
  timeoutMs?: number;
  /** Which addresses may be connected to. Default: those of the public internet. */
  isAllowed?: (address: string) => boolean;
  /** Finds the addresses of a name. */
  resolve?: (name: string) => Promise<string[]>;
}

/**
 * An image behind an http(s) URL, fetched once when it is first read; a failure is not kept, and a fetch that nobody waits for any more ends. Every hop is resolved here and connected to at the very address
 * that was checked, so that neither a redirect nor a name that changes its address leads into a private network.
 * Reading throws ImageError, one line; `isTransient` where the host is slow, busy or out of reach, so that asking again may help.
 */
export function fetchImage(url: string, options: FetchImageOptions = {}): ImageSource {
  let fetched: Uint8Array | undefined;
  const flights = new SharedFlights<Uint8Array>();
  const bytes = async (signal?: AbortSignal): Promise<Uint8Array> => (fetched ??= await flights.board(url, signal, (stop) => fetchBytes(url, options, stop)));
  return { ref: url, bytes, sha256: async (signal) => hashBytes(await bytes(signal)) };
}

async function fetchBytes(url: string, { maxBytes = defaultImageLimits.maxBytes, timeoutMs = 20_000, isAllowed = isPublicAddress, resolve = resolveAll }: FetchImageOptions, stop: AbortSignal): Promise<Uint8Array> {
  const limit = startTimeLimit(timeoutMs, stop);
  const { signal } = limit;
  let target = url;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await open(new URL(target), { signal, isAllowed, resolve });
      const { statusCode = 0, headers: { location } } = response;
      if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
        response.destroy();
        target = new URL(location, target).href;
      } else if (statusCode === 200) return await readLimited(response, maxBytes);
      else {
        response.destroy();
        throw new ImageError(`the server answered with status ${statusCode}`, { isTransient: statusCode >= 500 || PASSING_STATUS.has(statusCode) });
      }
    }
    throw new ImageError(`there were more than ${MOST_REDIRECTS} redirects`);
  } catch (cause) {
    const reason = limit.isOver ? `it took longer than ${timeoutMs} ms` : cause instanceof ImageError ? cause.message : 'it could not be reached';
    throw new ImageError(`Image \`${url.slice(0, 200)}\`: expected an image that can be fetched, but ${reason}.`, { cause, isTransient: signal.aborted || mayPass(cause) });
  } finally {
    limit.end();
  }
}

/** Whether a failure is of the kind that passes by itself. */
function mayPass(cause: unknown): boolean {
  if (cause instanceof ImageError) return cause.isTransient;
  return cause instanceof Error && 'code' in cause && PASSING_CODES.has(String(cause.code));
}

async function resolveAll(name: string): Promise<string[]> {
  return (await resolveName(name, { all: true })).map(({ address }) => address);
}

/** Opens one hop at an address that was checked. */
async function open(url: URL, { signal, isAllowed, resolve }: { signal: AbortSignal; isAllowed: (address: string) => boolean; resolve: (name: string) => Promise<string[]> }): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new ImageError(`it leads to the scheme \`${url.protocol}\``);
  if (url.username !== '' || url.password !== '') throw new ImageError('it holds a user name');
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) === 0 ? await resolve(name) : [name];
  const [address] = addresses;
  if (address === undefined || !addresses.every(isAllowed)) throw new ImageError('it leads into a private network');
  const pinned: LookupFunction = (_name, { all }, done) => (all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)));
  return new Promise((resolveResponse, reject) => {
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, { agent: false, lookup: pinned, signal, headers: { accept: 'image/*' } });
    request.on('response', resolveResponse).on('error', reject).end();
  });
}

async function readLimited(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new ImageError(`it has more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
