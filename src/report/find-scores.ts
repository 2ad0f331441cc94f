import { statSync } from 'node:fs';
import path from 'node:path';
import { DatasetError } from '../errors/index.js';
import { readManifest, type RunManifest } from '../runs/index.js';

/** A scored file and the run that made it. */
export interface FoundScores {
  file: string;
  /** Null where no run folder lies beside the file. */
  run: RunManifest | null;
}

/**
 * Finds the scores behind a path: a scored file, whose run folder is looked for beside it, or a run folder, whose output is.
 * @throws DatasetError for a run folder without its output; RunStoreError for a damaged manifest.
 */
export function findScores(given: string): FoundScores {
  if (kindOf(given) !== 'folder') return { file: given, run: kindOf(`${given}.run`) === 'folder' ? readManifest(`${given}.run`) : null };
  const run = readManifest(given);
  if (run === null) throw new DatasetError('expected a scored file or a run folder, got a folder without manifest.json', { file: given, line: null });
  const folder = given.replace(/[\\/]+$/u, '');
  const beside = folder.endsWith('.run') ? [folder.slice(0, -'.run'.length)] : [];
  const written = run.sessions.toReversed().flatMap(({ optionsGiven: { output } }) => (typeof output === 'string' ? [path.resolve(output)] : []));
  const file = [...beside, ...written].find((candidate) => kindOf(candidate) === 'file');
  if (file !== undefined) return { file, run };
  const isUnfinished = run.sessions.at(-1)?.endedAt === null;
  throw new DatasetError(`expected the output of this run at ${[...beside, ...written][0] ?? 'the path it was given'}, got none; ${isUnfinished ? 'the run was interrupted: the same command finishes it' : 'name the scored file instead'}`, { file: given, line: null });
}

function kindOf(file: string): 'file' | 'folder' | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : found.isDirectory() ? 'folder' : 'file';
}
