import { UsageError } from '../../errors/index.js';

/** Reads a key from an environment variable. Null when none is named. The key itself never enters a message. */
export function readApiKey(name: string | null | undefined, env: Readonly<Record<string, string | undefined>>): string | null {
  if (name === null || name === undefined) return null;
  const key = env[name]?.trim();
  if (key === undefined || key === '') throw new UsageError(`Expected an API key in the environment variable ${name}, but it is not set. Set it, or name another with \`--api-key-env\`.`);
  if (/[^\x21-\x7e]/.test(key)) throw new UsageError(`Expected an API key of visible ASCII characters in the environment variable ${name}, but it holds others. Copy it anew.`);
  return key;
}
