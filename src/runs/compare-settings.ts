import { stableStringify } from '../util/stable-stringify.js';
import type { RunSettings } from './manifest.js';

/** Values longer than this are cut in messages. */
const shownLength = 60;
/** Of what two long values have in common, this much is shown before they part. */
const LEAD = 20;

/** Names what differs, one text a setting: "options.lambda is 0.7 now and was 0.5". Empty when the settings are equal. */
export function compareSettings(before: RunSettings, now: RunSettings): string[] {
  const old = flatten(before);
  const fresh = flatten(now);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((name) => old.get(name) !== fresh.get(name))
    .map((name) => {
      const [now, was] = [fresh.get(name), old.get(name)];
      const from = startOfDifference(now, was);
      return `${name} is ${show(now, from)} now and was ${show(was, from)}`;
    });
}

/** Where to begin to show two long values: a little before they part. */
function startOfDifference(a = '', b = ''): number {
  if (Math.max(a.length, b.length) <= shownLength) return 0;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return Math.max(0, at - LEAD);
}

/** Lists the leaves of nested settings by their dotted names. Lists are leaves: their items have no names. */
function flatten(value: unknown, name = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[name, stableStringify(value)]]);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return new Map(entries.flatMap(([key, item]) => [...flatten(item, name === '' ? key : `${name}.${key}`)]));
}

function show(text: string | undefined, from: number): string {
  if (text === undefined) return 'absent';
  const shown = text.slice(from, from + shownLength);
  return `${from > 0 ? '…' : ''}${shown}${from + shownLength < text.length ? '…' : ''}`;
}
