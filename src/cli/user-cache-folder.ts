import { homedir } from 'node:os';
import path from 'node:path';

/** The folder under which this command keeps what can be made again: `$XDG_CACHE_HOME/prm`, else `~/.cache/prm`. */
export function userCacheFolder(name: string, env: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = env['XDG_CACHE_HOME'];
  return path.join(given !== undefined && path.isAbsolute(given) ? given : path.join(homedir(), '.cache'), 'prm', name);
}
