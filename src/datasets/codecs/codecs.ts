import type { DatasetCodec, FormatName } from '../dataset-codec.js';
import { evpvCodec } from './evpv/evpv.js';
import { nativeCodec } from './native.js';

/** Every codec, in the order in which detection asks them: the most particular first. */
export const codecs: readonly DatasetCodec[] = [nativeCodec, evpvCodec];

/** The codec of a format. */
export function findCodec(format: FormatName): DatasetCodec {
  return codecs.find(({ name }) => name === format)!;
}
