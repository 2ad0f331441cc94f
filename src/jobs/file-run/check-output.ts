import path from 'node:path';
import { UsageError } from '../../errors/index.js';

/** Refuses to write over what is read. @throws UsageError */
export function checkOutput(file: string, output: string): void {
  if (path.resolve(file) === path.resolve(output)) throw new UsageError(`Expected --output to differ from the input, but both are ${file}. Choose another name.`);
}
