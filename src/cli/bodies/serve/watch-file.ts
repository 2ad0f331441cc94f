import { statSync } from 'node:fs';

/** How often is looked, in milliseconds. */
const EVERY = 5000;

/** Tells once when a file is changed or gone. Returns what ends the watch. */
export function watchFile(file: string, onChange: () => void, every = EVERY): () => void {
  const before = stateOf(file);
  const timer = setInterval(() => {
    if (stateOf(file) === before) return;
    clearInterval(timer);
    onChange();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
