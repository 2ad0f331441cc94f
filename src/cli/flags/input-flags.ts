import type { Options } from 'yargs';

const group = 'Input:';

/** Flags of commands that read a file of problems. */
export const inputFlags = {
  format: { type: 'string', group, describe: 'native, scored, evpv, visualprocessbench, mathv, text, … (default: detected)' },
  onBadLine: { type: 'string', group, describe: 'fail (default): stop at a line that cannot be read; skip: leave it out, list it, exit 1' },
  runs: { type: 'string', group, describe: 'mathv format: only candidates of runs whose name holds this text' },
  limit: { type: 'number', group, describe: 'At most this many problems' },
  ids: { type: 'string', array: true, group, describe: 'Only the problems with these ids' },
} as const satisfies Record<string, Options>;

/** Where the images of a file are. */
export const imagesFlag = {
  images: { type: 'string', group, describe: 'Image root: image paths of the records lie under it (default: the folder of the input file)' },
} as const satisfies Record<string, Options>;
