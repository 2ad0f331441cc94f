import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LoadSettings } from './onnx-settings.js';
import { spellSource, type OnnxSource } from './onnx-source.js';
import { precisionSuffixes } from './precisions.js';

export interface DescribedModel {
  source: OnnxSource;
  folder: string;
  settings: Pick<LoadSettings, 'precision' | 'device'>;
  maxPixels: number | undefined;
}

/**
 * Everything fixed that can change an answer, in one line: source, precision, device, and a hash of the small files with the
 * names and sizes of the large ones. Weights are not read: a change of them alone that keeps their size needs another folder.
 */
export function describeOnnxModel({ source, folder, settings: { precision, device }, maxPixels }: DescribedModel): string {
  const hash = createHash('sha256');
  const suffix = `${precisionSuffixes[precision]}.onnx`;
  const names = readdirSync(folder).filter((name) => /\.(?:json|jinja)$/.test(name)).sort();
  for (const name of names) hash.update(`${name}\0`).update(name === 'tokenizer.json' ? String(statSync(path.join(folder, name)).size) : readFileSync(path.join(folder, name))).update('\0');
  for (const name of readdirSync(path.join(folder, 'onnx')).filter((one) => one.includes(suffix)).sort()) hash.update(`${name}\0${statSync(path.join(folder, 'onnx', name)).size}\0`);
  const settings = [precision, device, ...(maxPixels === undefined ? [] : [`max-pixels=${maxPixels}`]), `files=${hash.digest('hex').slice(0, 12)}`];
  return `onnx:${spellSource(source)} (${settings.join(', ')})`;
}
