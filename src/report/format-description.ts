import type { Constraint, ImageDescription } from '../schema/index.js';
import { clipText, printable, wrapText } from '../util/wrap-text.js';
import type { Paint } from './paint.js';

/** Writes a description for a terminal: words with boxes and confidence, key facts, typed constraints, what is uncertain. */
export function formatDescription(name: string, description: ImageDescription, { width, paint }: { width: number; paint: Paint }): string {
  const { caption, keyFacts, uncertain, constraints, words, imageSizes } = description;
  const size = imageSizes.map((image) => `${image.width} x ${image.height}`).join(', ');
  const list = (title: string, items: readonly (readonly string[])[]): string[] =>
    (items.length === 0 ? [] : ['', paint.strong(`${title} (${items.length})`), ...items.flat()]);
  const item = (mark: string, text: string): string[] =>
    wrapText(text, width - mark.length).map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
  const wordWidth = Math.max(10, Math.min(32, width - 44));
  return `${[
    paint.strong(printable(name)) + paint.faint(size === '' ? '' : `  ${size} pixels`),
    ...wrapText(caption, width),
    ...list('Key facts', keyFacts.map((fact) => item('  - ', fact))),
    ...list('Words: text, confidence, box x y width height', words.map(({ text, confidence, place: { box, image } }) =>
      [`  ${clipText(text, wordWidth).padEnd(wordWidth)} ${confidence.toFixed(2)}  ${imageSizes.length > 1 ? `image ${image + 1}  ` : ''}${[box.x, box.y, box.width, box.height].map((side) => String(Math.round(side)).padStart(5)).join('')}`])),
    ...list('Constraints', constraints.map((constraint) => item(`  ${constraint.id.padEnd(6)}`, writeConstraint(constraint)))),
    ...list('Uncertain', uncertain.map((fact) => item('  - ', fact))).map(paint.unsure),
  ].join('\n')}\n\n`;
}

/** Writes a typed constraint as one line. */
function writeConstraint(constraint: Constraint): string {
  const sure = constraint.confidence.toFixed(2);
  switch (constraint.type) {
    case 'numeric': return `numeric/${constraint.kind}  ${constraint.subject.length > 0 ? `${constraint.subject.join(' / ')} = ` : ''}${constraint.text}  (${sure})`;
    case 'text': return `text/${constraint.kind}  "${constraint.text}"  (${sure})`;
    case 'relation': return `relation  ${constraint.predicate}(${constraint.arguments.join(', ')})  (${sure})`;
    case 'structure': return `structure/${constraint.kind}  ${constraint.summary}  (${sure})`;
  }
}
