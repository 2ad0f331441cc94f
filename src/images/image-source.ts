/** An image that can be read, whatever it comes from. Reading is lazy; nothing is decoded here. */
export interface ImageSource {
  /** The reference as the record spells it: a path, or a shortened `data:` URL. For messages. */
  readonly ref: string;
  /** SHA-256 of the encoded bytes, in hex. Equal images share one description. A signal that fires ends the reading where it can be ended. */
  sha256(signal?: AbortSignal): Promise<string>;
  /** The encoded bytes (PNG, JPEG, ...). Throws ImageError with one clear line. */
  bytes(signal?: AbortSignal): Promise<Uint8Array>;
}
