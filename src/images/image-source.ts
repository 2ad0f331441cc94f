/** An image that can be read, whatever it comes from. Reading is lazy; nothing is decoded here. */
export interface ImageSource {
  /** The reference as the record spells it: a path, or a shortened `data:` URL. For messages. */
  readonly ref: string;
  /** SHA-256 of the encoded bytes, in hex. Equal images share one description. */
  sha256(): Promise<string>;
  /** The encoded bytes (PNG, JPEG, ...). Throws ImageError with one clear line. */
  bytes(): Promise<Uint8Array>;
}
