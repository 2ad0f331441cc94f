import type { Problem } from '../../schema/index.js';
import { html, type SafeHtml } from '../../util/html.js';

/** Writes the question of a problem with its choices. */
export function renderQuestion({ question, choices }: Problem): SafeHtml {
  return html`<p class="question" dir="auto">${question}</p>
${choices && html`<ol class="choices" type="A">${choices.map((choice) => html`<li dir="auto">${choice}</li>`)}</ol>`}`;
}
