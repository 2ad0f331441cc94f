/** A record that cannot be read. Never leaves the room: the reader adds file and line, or lists the line as skipped. */
export class RecordError extends Error {}

/** Gives up on a record: `expected ..., got ...; do ...`. */
export function failRecord(message: string): never {
  throw new RecordError(message);
}
