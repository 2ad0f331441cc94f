import type { DatasetCodec } from '../../dataset-codec.js';
import { decodeEvpv, isSlotKey } from './decode-evpv.js';
import { encodeEvpv } from './encode-evpv.js';

const IMAGE_KEYS = ['image', 'images', 'image_paths'];
const OTHER_FORMATS_KEYS = ['response', 'responses'];

/** The files of the EVPV reference: benchmark rows, policy output, and its scored form. */
export const evpvCodec: DatasetCodec = {
  name: 'evpv',

  detect: (records) => {
    if (records.some((record) => Object.keys(record).some(isSlotKey))) return 'records hold `vlmresponse1..N`';
    const fits = records.every((record) =>
      typeof record['question'] === 'string' && IMAGE_KEYS.some((key) => key in record) && !OTHER_FORMATS_KEYS.some((key) => key in record));
    return fits ? 'records hold a `question` and images, and no responses (problems only)' : null;
  },

  decode: decodeEvpv,
  encode: encodeEvpv,
};
