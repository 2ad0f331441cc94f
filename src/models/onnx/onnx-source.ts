import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../errors/index.js';

/** Where a model lies: a folder, or a repository of the hub at a revision. */
export type OnnxSource = { type: 'folder'; folder: string } | { type: 'hub'; id: string; revision: string };

/** One or two names of letters, digits, `_`, `-` and `.`, as the hub allows them. */
const hubId = /^(?:[\w.-]{1,96}\/)?[\w.-]{1,96}$/;

/**
 * Reads what stands behind `onnx:`. A folder begins with `./`, `../` or `/`, or exists; all else is a hub id, which may name a
 * revision: `org/name@revision`.
 * @throws UsageError when it can be neither.
 */
export function parseOnnxSource(source: string): OnnxSource {
  if (/^\.{1,2}(?:[\\/]|$)/.test(source) || path.isAbsolute(source) || isFolder(source)) return { type: 'folder', folder: path.resolve(source) };
  const [id = '', revision = 'main', ...rest] = source.split('@');
  if (!hubId.test(id) || /\.\.|--/.test(id) || !/^[\w./-]+$/.test(revision) || revision.includes('..') || rest.length > 0) {
    throw new UsageError(`Expected the folder or the hub id of a model (onnx:./folder, onnx:org/name, onnx:org/name@revision), got \`onnx:${source}\`.`);
  }
  return { type: 'hub', id, revision };
}

/** The source as one writes it. */
export function spellSource(source: OnnxSource): string {
  if (source.type === 'folder') return source.folder;
  return source.revision === 'main' ? source.id : `${source.id}@${source.revision}`;
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
