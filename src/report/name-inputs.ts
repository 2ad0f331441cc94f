import path from 'node:path';

/** Names files for a reader: by their last part where those differ, else as they were given, and with a number where these are equal. */
export function nameInputs(files: readonly string[]): string[] {
  const short = files.map((file) => path.basename(file));
  const names = new Set(short).size === files.length ? short : [...files];
  return names.map((name, place) => (names.indexOf(name) === place ? name : `${name} (${names.slice(0, place + 1).filter((other) => other === name).length})`));
}
