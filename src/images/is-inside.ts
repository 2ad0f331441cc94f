import path from 'node:path';

/** Whether an absolute path is the folder or lies below it, judged by the text of the paths. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
