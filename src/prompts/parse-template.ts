/** A piece of a template: text that stays as it is, or the place of an input. */
export type TemplateSegment = { literal: string } | { input: string };

/** `\{{` stands for two braces that are text; `{{name}}` is a place. */
const place = /\\\{\{|\{\{([a-z][A-Za-z0-9]*)\}\}/g;

/**
 * Cuts a template into text and places. Values are put between the pieces later and never looked at again,
 * so whatever a value contains stays what it is.
 * @returns null when a `{{` is neither a place nor escaped.
 */
export function parseTemplate(template: string): TemplateSegment[] | null {
  const segments: TemplateSegment[] = [];
  let end = 0;
  let broken = false;
  const addLiteral = (literal: string): void => {
    if (literal !== '') segments.push({ literal });
  };
  for (const match of template.matchAll(place)) {
    const before = template.slice(end, match.index);
    broken ||= before.includes('{{');
    addLiteral(before);
    if (match[1] === undefined) addLiteral('{{');
    else segments.push({ input: match[1] });
    end = match.index + match[0].length;
  }
  const rest = template.slice(end);
  addLiteral(rest);
  return broken || rest.includes('{{') ? null : segments;
}

/** Writes text so that a template means exactly it. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '\\{{');
}
