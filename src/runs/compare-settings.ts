import { stableStringify } from '../util/stable-stringify.js';
import type { RunSettings } from './manifest.js';

/** Values longer than this are cut in messages. */
const shownLength = 60;

/** Names what differs, one text a setting: "options.lambda is 0.7 now and was 0.5". Empty when the settings are equal. */
export function compareSettings(before: RunSettings, now: RunSettings): string[] {
  const old = flatten(before);
  const fresh = flatten(now);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((name) => old.get(name) !== fresh.get(name))
    .map((name) => `${name} is ${show(fresh.get(name))} now and was ${show(old.get(name))}`);
}

/** Lists the leaves of nested settings by their dotted names. Lists are leaves: their items have no names. */
function flatten(value: unknown, name = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[name, stableStringify(value)]]);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return new Map(entries.flatMap(([key, item]) => [...flatten(item, name === '' ? key : `${name}.${key}`)]));
}

function show(text: string | undefined): string {
  if (text === undefined) return 'absent';
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)}…`;
}
