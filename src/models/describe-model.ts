import { hashBytes } from '../images/hash-bytes.js';

export interface FixedSettings {
  maxPixels?: number | undefined;
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Anything else that changes answers. */
  kind: string;
}

/** Everything fixed that can change an answer, in one line without credentials. Extra fields appear as a hash: they may be long. */
export function describeModel(url: string, name: string, { kind, maxPixels, extraBody = {} }: FixedSettings): string {
  const settings = [
    kind,
    ...(maxPixels === undefined ? [] : [`max-pixels=${maxPixels}`]),
    ...(Object.keys(extraBody).length === 0 ? [] : [`extra-body=${hashBytes(Buffer.from(JSON.stringify(extraBody))).slice(0, 12)}`]),
  ];
  return `${url}#${name} (${settings.join(', ')})`;
}
