/** What may follow a label inside the token that ends it: nothing that would make it another word or number. */
const boundary = /^(?:$|[^\p{L}\p{N}.,]|[.,](?!\d))/u;

/** Labels that an answer beginning with `text` can still turn out to be, and the one that it already is. */
export interface LabelMatch {
  open: readonly string[];
  /** The label that the text has fully spelled, followed by something else; null otherwise. */
  closed: string | null;
}

/** Compares the beginning of an answer with the labels; space and quotes before it do not count. */
export function matchLabels(text: string, labels: readonly string[]): LabelMatch {
  const start = text.replace(/^[\s"'`*]+/u, '');
  const open = labels.filter((label) => label.startsWith(start));
  if (open.length > 0) return { open, closed: null };
  const ended = labels.filter((label) => start.startsWith(label) && boundary.test(start.slice(label.length)));
  const closed = ended.reduce<string | null>((longest, label) => (label.length > (longest?.length ?? -1) ? label : longest), null);
  return { open: [], closed };
}
