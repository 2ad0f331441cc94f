import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locateAssets } from './ocr-session.js';

/** The classes of the recognition network: the CTC blank first, the lines of the dictionary file, the space last. */
export async function loadAlphabet(): Promise<string[]> {
  const file = await readFile(path.join(locateAssets(), 'ppocr_keys_v1.txt'), 'utf8');
  const characters = file.replace(/\r?\n$/, '').split(/\r?\n/);
  return ['', ...characters, ' '];
}
