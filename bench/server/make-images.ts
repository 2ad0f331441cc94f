import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

const samples = path.resolve('data/samples/images');
/** Bytes of the chunk that ends every PNG. */
const END = 12;

/** Writes so many images of different bytes: the sample images in turn, each with a comment that numbers it. Returns their paths from `folder`. */
export function makeImages(folder: string, count: number): string[] {
  mkdirSync(path.join(folder, 'images'), { recursive: true });
  const originals = readdirSync(samples).sort().map((file) => readFileSync(path.join(samples, file)));
  return Array.from({ length: count }, (_, at) => {
    const name = `images/${at}.png`;
    const original = originals[at % originals.length] as Buffer;
    writeFileSync(path.join(folder, name), Buffer.concat([original.subarray(0, -END), commentChunk(`Comment\0number ${at}`), original.subarray(-END)]));
    return name;
  });
}

/** A tEXt chunk: length, type, data, checksum of type and data. */
function commentChunk(text: string): Buffer {
  const data = Buffer.from(`tEXt${text}`, 'latin1');
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length - 4);
  checksum.writeUInt32BE(crc32(data));
  return Buffer.concat([length, data, checksum]);
}
