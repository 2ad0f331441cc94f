import type { Box } from '../../../schema/index.js';
import { labelComponents, type Component } from './label-components.js';

/** Ink that looks like a character or a few characters in a row. */
export interface GlyphGroup {
  components: Component[];
  /** Edges between pixels, end exclusive. */
  box: Box;
}

const MIN_HEIGHT = 10;
const MAX_HEIGHT = 90;
/** Glyph heights relative to the words that were read. */
const HEIGHT_RANGE = { low: 0.55, high: 1.8 };
const MAX_ASPECT = 1.5;
/** Share of its box that the ink of a glyph fills: less is a bent line, more a block. */
const FILL_RANGE = { low: 0.12, high: 0.85 };
/** Neighbours of one group are at most this many heights apart. */
const NEIGHBOUR_GAP = 0.3;
const MAX_IN_GROUP = 8;
/** More loose shapes than this are a picture or a pattern, not labels. */
const MAX_GROUPS = 48;

/**
 * Finds ink of the size and shape of characters outside the words that are known: single letters and figures in
 * diagrams, which the detector is blind to. Returns nothing for pictures and patterns, which are full of such shapes.
 */
export function proposeGlyphs(marks: Uint8Array, width: number, height: number, words: readonly Box[]): GlyphGroup[] {
  const typical = medianHeight(words);
  const isGlyphHigh = (high: number): boolean => (typical === null
    ? high >= MIN_HEIGHT && high <= Math.min(MAX_HEIGHT, height / 4)
    : high >= Math.max(MIN_HEIGHT, HEIGHT_RANGE.low * typical) && high <= HEIGHT_RANGE.high * typical);
  const free = labelComponents(marks, width, height).filter((component) => !isCovered(component, words));
  const glyphs = free.filter((component) => isGlyphHigh(component.maxY - component.minY + 1) && isGlyphShaped(component));
  const small = free.filter((component) => isMark(component, glyphs));
  const groups = groupNeighbours([...glyphs, ...small]).filter((group) => group.some((component) => glyphs.includes(component)));
  if (groups.length > MAX_GROUPS) return [];
  return groups.filter((group) => group.length <= MAX_IN_GROUP).map((components) => ({ components, box: boundComponents(components) }));
}

/** The median height of words; null without words. */
function medianHeight(words: readonly Box[]): number | null {
  return words.map((word) => word.height).sort((a, b) => a - b)[Math.floor(words.length / 2)] ?? null;
}

/** Whether the middle of a component lies in a word. */
function isCovered({ minX, maxX, minY, maxY }: Component, words: readonly Box[]): boolean {
  const x = (minX + maxX + 1) / 2;
  const y = (minY + maxY + 1) / 2;
  return words.some((word) => x >= word.x && x <= word.x + word.width && y >= word.y && y <= word.y + word.height);
}

/** Whether the proportions and the fill of a component are those of a character. */
function isGlyphShaped({ pixels, minX, maxX, minY, maxY }: Component): boolean {
  const wide = maxX - minX + 1;
  const high = maxY - minY + 1;
  const fill = pixels.length / (wide * high);
  return wide <= MAX_ASPECT * high && fill >= FILL_RANGE.low && (fill <= FILL_RANGE.high || wide < 0.4 * high);
}

/** Whether a small component can be a degree sign, a point or a comma beside a glyph. */
function isMark(component: Component, glyphs: readonly Component[]): boolean {
  const high = component.maxY - component.minY + 1;
  const wide = component.maxX - component.minX + 1;
  return !glyphs.includes(component) && component.pixels.length >= 4 && glyphs.some((glyph) => {
    const size = glyph.maxY - glyph.minY + 1;
    return high <= 0.5 * size && wide <= 0.5 * size && areNeighbours(glyph, component);
  });
}

/** Whether two components stand side by side in one line of print. */
function areNeighbours(a: Component, b: Component): boolean {
  const heightA = a.maxY - a.minY + 1;
  const heightB = b.maxY - b.minY + 1;
  const gap = Math.max(a.minX, b.minX) - Math.min(a.maxX, b.maxX);
  const shared = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY) + 1;
  return gap <= NEIGHBOUR_GAP * Math.max(heightA, heightB) && shared >= 0.6 * Math.min(heightA, heightB);
}

/** Joins neighbours, and neighbours of neighbours, into groups. */
function groupNeighbours(components: readonly Component[]): Component[][] {
  const waiting = new Set(components);
  const groups: Component[][] = [];
  for (const seed of components) {
    if (!waiting.delete(seed)) continue;
    const group = [seed];
    for (const member of group) {
      for (const other of waiting) {
        if (!areNeighbours(member, other)) continue;
        waiting.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The box around components. */
function boundComponents(components: readonly Component[]): Box {
  const x = Math.min(...components.map(({ minX }) => minX));
  const y = Math.min(...components.map(({ minY }) => minY));
  return { x, y, width: Math.max(...components.map(({ maxX }) => maxX)) + 1 - x, height: Math.max(...components.map(({ maxY }) => maxY)) + 1 - y };
}
