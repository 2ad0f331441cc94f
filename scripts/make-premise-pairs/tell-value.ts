import type { ToldStep } from './pair-design.js';

/** Tells a number that a chart has for one name, in one of five voices, and goes on from it. */
export function tellValue(voice: number, { name, value, noun, place, more }: { name: string; value: number; noun: string; place: string; more: number }): ToldStep[] {
  const sum = value + more;
  return [
    [{ text: `The value for ${name} is ${value}.`, see: `The value for ${name} is ${value}` }, { text: `With ${more} more it is ${value} + ${more} = ${sum}.` }],
    [{ text: `We only need one entry of the chart.` }, { text: `The chart shows ${value} ${noun} for the ${place} ${name}.`, see: `${name}: ${value} ${noun}` }, { text: `$${value} + ${more} = ${sum}$` }],
    [{ text: `${name} has ${value} ${noun}.`, see: `${name} has ${value}` }, { text: `Adding ${more} gives ${sum}.` }],
    [{ text: `Reading the chart at ${name}, I find ${value}.`, see: `The number shown at ${name} is ${value}` }, { text: `So it would be ${sum}, since ${value} + ${more} = ${sum}.` }],
    [{ text: `At ${name} the chart stands at ${value} ${noun}.`, see: `At ${name}, the chart shows ${value} ${noun}` }, { text: `${value} + ${more} = ${sum}` }],
  ][voice] ?? [];
}
