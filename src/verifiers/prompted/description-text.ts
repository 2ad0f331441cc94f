import type { Constraint, ImageDescription } from '../../schema/index.js';

/** A description as notes for a prompt: caption, facts, typed facts that say more, doubts. */
export function descriptionAsNotes(description: ImageDescription): string {
  const { caption, keyFacts, uncertain, constraints } = description;
  const said = new Set(keyFacts);
  const typed = constraints.map(constraintAsNote).filter((note) => !said.has(note));
  return [caption, ...section('Facts', keyFacts), ...section('Values, relations and texts', typed), ...section('Not certain', uncertain)]
    .filter((line) => line.trim() !== '').join('\n');
}

/** Caption and facts as running text: the shape of the reference's `image_description`. */
export function descriptionAsParagraph({ caption, keyFacts }: ImageDescription): string {
  return [caption, ...keyFacts].map((text) => text.trim()).filter((text) => text !== '').join(' ');
}

/** The reference's description JSON, with the spaces that Python's `json.dumps` writes. */
export function descriptionAsJson({ caption, keyFacts, uncertain }: ImageDescription): string {
  // Line ends in values are escaped, so every real one was written by the indentation.
  return JSON.stringify({ caption, key_facts: keyFacts, uncertain }, null, 1).replace(/,\n\s*/g, ', ').replace(/\n\s*/g, '');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...new Set(lines.map((line) => `- ${line}`))];
}

function constraintAsNote(constraint: Constraint): string {
  switch (constraint.type) {
    case 'numeric': {
      const { subject, text, unit } = constraint;
      const value = unit === null || text.includes(unit) ? text : `${text} ${unit}`;
      return subject.length === 0 ? `value ${value}` : `${subject.join(', ')}: ${value}`;
    }
    case 'relation': return `${constraint.predicate}(${constraint.arguments.join(', ')})`;
    case 'structure': return `${constraint.kind}: ${constraint.summary}`;
    case 'text': return `printed: "${constraint.text}"`;
  }
}
