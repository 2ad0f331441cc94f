import { pickByLot, type DrawLot } from './draw-lot.js';

/** What 0 becomes; by what another number is multiplied, and what is added then: the reference's numbers. */
const FOR_ZERO = [1, 2, 3, 5, 10] as const;
const FACTORS = [0.5, 0.8, 1.2, 1.5, 2] as const;
const OFFSETS = [-2, -1, 1, 2] as const;
/** Minutes by which a time of day is moved. */
const MINUTES = [5, 10, 15, 20, 30, 40, 45] as const;

const time = /^(\d{1,2}):(\d{2})$/;

/** Changes a written number to another one in the same form: decimals and thousands commas stay. Never gives an equal number, nor a negative one. */
export function flipNumber(written: string, draw: DrawLot): string {
  const [, hours, minutes] = time.exec(written) ?? [];
  if (hours !== undefined && minutes !== undefined) return flipTime(Number(hours), Number(minutes), draw);
  const value = Number(written.replaceAll(',', ''));
  const decimals = written.split('.')[1]?.length ?? 0;
  const write = (number: number): string => (written.includes(',') ? number.toFixed(decimals).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : number.toFixed(decimals));
  const others = (value === 0 ? [...FOR_ZERO] : FACTORS.flatMap((factor) => OFFSETS.map((offset) => value * factor + offset)))
    .filter((other) => other >= 0 && Number(other.toFixed(decimals)) !== value);
  return write(pickByLot(others, draw('number')));
}

/** Moves a time of day within its half of the day; on a clock of twelve hours it stays on it. */
function flipTime(hours: number, minutes: number, draw: DrawLot): string {
  const circle = hours > 12 ? 24 : 12;
  const moved = (hours * 60 + minutes + pickByLot(MINUTES, draw('number'))) % (circle * 60);
  const hour = Math.floor(moved / 60);
  return `${hour === 0 && circle === 12 ? 12 : hour}:${String(moved % 60).padStart(2, '0')}`;
}
