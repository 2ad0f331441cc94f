import type { DatasetCodec, FormatName } from '../dataset-codec.js';
import { evpvCodec } from './evpv/evpv.js';
import { mathvCodec } from './mathv.js';
import { nativeCodec } from './native.js';
import { prmbenchCodec } from './prmbench.js';
import { processbenchCodec } from './processbench.js';
import { scoredCodec } from './scored.js';
import { textCodec } from './text.js';
import { visualprocessbenchCodec } from './visualprocessbench.js';
import { vlrmbenchCodec } from './vlrmbench.js';

const byName: Record<FormatName, DatasetCodec> = {
  scored: scoredCodec,
  native: nativeCodec,
  visualprocessbench: visualprocessbenchCodec,
  vlrmbench: vlrmbenchCodec,
  prmbench: prmbenchCodec,
  processbench: processbenchCodec,
  mathv: mathvCodec,
  evpv: evpvCodec,
  text: textCodec,
};

/** Every codec, in the order in which detection asks them: the most particular first. */
export const codecs: readonly DatasetCodec[] = Object.values(byName);

/** The codec of a format. */
export function findCodec(format: FormatName): DatasetCodec {
  return byName[format];
}
