import { pick } from '../shared/seeded-random.js';

const number = /\d[\d,]*(?:\.\d+)?/;

/** A plausible other value in the same format: one of the column, a digit changed or two swapped, one more or less; never equal as a number. */
export function changeValue(value: string, siblings: readonly string[], random: () => number): string {
  const time = /^(\d{1,2}):(\d{2})(.*)$/.exec(value);
  if (time !== null) return pick(random, [`${(Number(time[1]) % 12) + 1}:${time[2]}${time[3]}`, `${time[1]}:${String((Number(time[2]) + pick(random, [5, 10, 20, 30])) % 60).padStart(2, '0')}${time[3]}`]);
  const digits = number.exec(value)?.[0] ?? '0';
  const changed = [...siblings, value.replace(number, changeDigit(digits, random)), value.replace(number, swapDigits(digits, random)), value.replace(number, step(digits, random))]
    .filter((other) => numberOf(other) !== numberOf(value));
  return pick(random, changed);
}

function changeDigit(digits: string, random: () => number): string {
  const places = [...digits].flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  const at = pick(random, places);
  const other = pick(random, [...'0123456789'].filter((digit) => digit !== digits[at] && (at > 0 || digit !== '0')));
  return digits.slice(0, at) + other + digits.slice(at + 1);
}

function swapDigits(digits: string, random: () => number): string {
  const places = [...digits].flatMap((digit, at) => (/\d/.test(digit) && /\d/.test(digits[at + 1] ?? '') ? [at] : []));
  if (places.length === 0) return digits;
  const at = pick(random, places);
  return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
}

/** One more or less in the last place, in the same format. */
function step(digits: string, random: () => number): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const moved = Math.round(Number(digits.replaceAll(',', '')) * 10 ** decimals) + pick(random, [1, -1]);
  if (moved < 0) return digits;
  const plain = (moved / 10 ** decimals).toFixed(decimals);
  return digits.includes(',') ? plain.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : plain;
}

const numberOf = (text: string): number => Number((number.exec(text)?.[0] ?? '').replaceAll(',', ''));
