import type { Constraint, ImageDescription, NumericConstraint } from '../../../schema/index.js';
import { isPlaceName } from './is-place-name.js';
import { tokenise } from './tokenise.js';
import { emptyWords } from './word-lists.js';

/** A printed label in the form in which claims mention it. */
export interface Label {
  readonly text: string;
  /** Stems that must be mentioned: all but empty words, or all when there are no others. Never empty. */
  readonly stems: readonly string[];
}

/** All that a description offers to hold claims against. */
export interface LabelBook {
  readonly labels: readonly Label[];
  readonly named: readonly NumericConstraint[];
  readonly constraints: readonly Constraint[];
  /** Every stem printed in the images. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Collects the labels that name values in a description. */
export function createLabelBook({ constraints }: Pick<ImageDescription, 'constraints'>): LabelBook {
  const named = constraints.filter((constraint) => constraint.type === 'numeric').filter((constraint) => constraint.subject.length > 0);
  const texts = new Set(named.flatMap((constraint) => constraint.subject));
  const printed = constraints.flatMap((constraint) => (constraint.type === 'text' || constraint.type === 'numeric' ? [constraint.text] : []));
  return {
    labels: [...texts].map(createLabel).filter((label) => label.stems.length > 0),
    named,
    constraints,
    vocabulary: new Set([...texts, ...printed].flatMap((text) => tokenise(text).map((token) => token.stem))),
  };
}

function createLabel(text: string): Label {
  const stems = tokenise(text).map((token) => token.stem);
  const telling = stems.filter((stem) => !emptyWords.has(stem));
  return { text, stems: telling.length === 0 || isPlaceName(text) ? stems : telling };
}
