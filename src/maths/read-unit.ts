import { matchAt } from './match-at.js';
import { findUnit } from './units.js';

/** A unit found behind a number. */
export interface UnitPhrase {
  /** Canonical: "cm", "m^2", "km/h", "m/s^2". */
  readonly unit: string;
  readonly end: number;
}

const space = String.raw`(?:[ \t\u00a0\u2009\u202f~-]|\\[,;:! ]|\\quad)`;
const gap = new RegExp(`${space}{0,3}`, 'y');
const wrapper = /\\(?:text|mathrm|textrm|rm|mbox|operatorname)\s?\{(?:[\s~]|\\[,;! ]){0,3}/y;
const superscripts: Record<string, string> = { '²': '2', '³': '3' };
const exponent = /\s?\^\s?(?:\{\s?([23])\s?\}|([23])(?!\d))|([²³])/y;
const degrees = /(?:\^\s?(?:\{\s?(?:\\circ|∘|°)\s?\}|\\circ(?![a-zA-Z])|∘|°)|[°º]|\\degree(?![a-zA-Z]))(?:\s?(?:\\(?:text|mathrm)\s?\{\s?)?([CF])\b\}?)?|(\u2103)|(\u2109)/y;
const closing = /\s?\.?\}/y;
const power = /(square|sq\.?|cubic|cu\.?)\s+/iy;
const word = /\p{L}{1,20}(?![\p{L}\p{Nd}₀-₉_])|¢/uy;
const per = /\s?\/\s?|\s+per\s+|\}\s?\/\s?(?=\\(?:text|mathrm))/iy;

const skip = (pattern: RegExp, text: string, at: number): number => at + (matchAt(pattern, text, at)?.[0].length ?? 0);

/** "in" is a word far more often than an inch: it counts only where no further word follows. */
function isInchDoubtful(symbol: string, text: string, at: number, end: number): boolean {
  return symbol === 'in' && text.slice(at, end) === 'in' && /^\s+[\p{L}\d$\\(]/u.test(text.slice(end, end + 4));
}

/** Reads one unit without a bar: "cm", "square feet", "m^2", "\text{ kg}", "^\circ". */
function readSimpleUnit(text: string, at: number): UnitPhrase | null {
  const degree = matchAt(degrees, text, at);
  if (degree !== null) {
    const scale = degree[1] ?? (degree[2] && 'C') ?? (degree[3] && 'F') ?? '';
    return { unit: `°${scale}`, end: at + degree[0].length };
  }
  const wrapped = matchAt(wrapper, text, at);
  let from = at + (wrapped?.[0].length ?? 0);
  const prefix = matchAt(power, text, from);
  from += prefix?.[0].length ?? 0;
  const name = matchAt(word, text, from)?.[0];
  const unit = name === undefined ? null : findUnit(name);
  if (name === undefined || unit === null) return null;
  let end = from + name.length;
  if (isInchDoubtful(unit.symbol, text, from, end)) return null;
  const inner = matchAt(exponent, text, end);
  end += inner?.[0].length ?? 0;
  if (wrapped !== null) end = skip(closing, text, end);
  const outer = inner === null && wrapped !== null ? matchAt(exponent, text, end) : null;
  end += outer?.[0].length ?? 0;
  const raised = inner ?? outer;
  const spoken = prefix === null ? undefined : /^s/i.test(prefix[0]) ? '2' : '3';
  const exp = spoken ?? raised?.[1] ?? raised?.[2] ?? superscripts[raised?.[3] ?? ''];
  return { unit: exp === undefined ? unit.symbol : `${unit.symbol}^${exp}`, end };
}

/** Reads the unit that follows a number ending at `at`; null when there is none in the table. */
export function readUnit(text: string, at: number): UnitPhrase | null {
  const first = readSimpleUnit(text, skip(gap, text, at));
  if (first === null) return null;
  const bar = matchAt(per, text, first.end);
  if (bar === null) return first;
  const second = readSimpleUnit(text, first.end + bar[0].length);
  if (second === null) return first;
  // \text{ m/s}^2: the group closes behind the second unit, and a height outside belongs to it.
  const isOpen = matchAt(wrapper, text, skip(gap, text, at)) !== null && !text.slice(at, second.end).includes('}');
  const closed = isOpen ? skip(closing, text, second.end) : second.end;
  const raised = isOpen && !second.unit.includes('^') ? matchAt(exponent, text, closed) : null;
  const height = raised?.[1] ?? raised?.[2] ?? superscripts[raised?.[3] ?? ''];
  return { unit: `${first.unit}/${second.unit}${height === undefined ? '' : `^${height}`}`, end: closed + (raised?.[0].length ?? 0) };
}
