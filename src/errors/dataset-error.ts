import { PrmError } from './prm-error.js';

/** A record that cannot be read. The message begins with `file:line`. */
export class DatasetError extends PrmError {
  override readonly name = 'DatasetError';
  readonly file: string;
  /** 1-based line in `file`; null when the whole file is at fault. */
  readonly line: number | null;

  constructor(message: string, at: { file: string; line: number | null }, options?: ErrorOptions) {
    super(`${at.line === null ? at.file : `${at.file}:${at.line}`}: ${message}`, options);
    this.file = at.file;
    this.line = at.line;
  }
}
