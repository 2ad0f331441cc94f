import { ImageError } from '../errors/index.js';

const MAX_SHOWN = 40;
const dataUrl = /^data:(?<type>[^;,]*)(?:;[^;,]*)*?(?<base64>;base64)?,/i;

/** Shortens a reference for messages: a `data:` URL can be megabytes long. */
export function shortenRef(ref: string): string {
  return ref.length <= MAX_SHOWN || !/^data:/i.test(ref) ? ref : `${ref.slice(0, MAX_SHOWN)}…`;
}

/** The bytes of a `data:` URL of an image. Throws ImageError when it is malformed, too large, or of another type. */
export function parseDataUrl(url: string, maxBytes: number): Uint8Array {
  const ref = shortenRef(url);
  const match = dataUrl.exec(url);
  if (!match?.groups) throw new ImageError(`Image \`${ref}\`: expected data:image/…;base64,… , but the URL has no comma after its type.`);
  const type = match.groups['type'] ?? '';
  if (!/^image\//i.test(type)) throw new ImageError(`Image \`${ref}\`: expected an image type, but the URL says \`${type || 'nothing'}\`.`);
  const body = url.slice(match[0].length);
  if (body.length > maxBytes * 3) throw new ImageError(`Image \`${ref}\`: expected at most ${maxBytes} bytes. Make it smaller, or raise the limit.`);
  const bytes = match.groups['base64'] ? decodeBase64(body, ref) : decodePercent(body, ref);
  if (bytes.length === 0) throw new ImageError(`Image \`${ref}\`: expected an image, but the URL holds no bytes.`);
  if (bytes.length > maxBytes) {
    throw new ImageError(`Image \`${ref}\`: expected at most ${maxBytes} bytes, but it has ${bytes.length}. Make it smaller, or raise the limit.`);
  }
  return bytes;
}

/** Decodes base64 strictly: Buffer would skip foreign characters silently. */
function decodeBase64(body: string, ref: string): Uint8Array {
  const compact = body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact)) throw new ImageError(`Image \`${ref}\`: expected base64 after the comma, but other characters came.`);
  return Buffer.from(compact, 'base64');
}

/** Decodes percent-encoding into bytes. */
function decodePercent(body: string, ref: string): Uint8Array {
  try {
    return Buffer.from(decodeURIComponent(body), 'latin1');
  } catch (cause) {
    throw new ImageError(`Image \`${ref}\`: expected percent-encoded bytes after the comma, but they are malformed. Use base64.`, { cause });
  }
}
