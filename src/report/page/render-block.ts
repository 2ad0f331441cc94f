import { html, type SafeHtml } from '../../util/html.js';
import { inlinePlot } from '../plots/inline-plot.js';
import type { Plot } from '../plots/plot.js';
import type { ReportBlock, ReportTable } from './report-section.js';

/** A plot is drawn twice: text in a drawing that is scaled down to a telephone could not be read. */
const WIDE = 820;
const NARROW = 380;

/** Renders one block of a section. */
export async function renderBlock(block: ReportBlock): Promise<SafeHtml> {
  switch (block.kind) {
    case 'finding': return html`<p class="finding ${block.tone}" dir="auto">${block.text}</p>`;
    case 'text': return html`<p dir="auto">${block.text}</p>`;
    case 'notes': return html`<ul>${block.lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`;
    case 'plot': return renderFigure(block.plot);
    case 'table': return renderTable(block.table);
    case 'facts': return html`<dl>${block.facts.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}</dl>`;
  }
}

async function renderFigure(plot: Plot): Promise<SafeHtml> {
  return html`<figure class="plot" id="${plot.name}">
<div class="wide">${await inlinePlot(plot, WIDE)}</div>
<div class="narrow">${await inlinePlot(plot, NARROW)}</div>
<figcaption dir="auto"><b>${plot.title}.</b> ${plot.caption}</figcaption>
</figure>`;
}

/** A row of one cell heads the rows below it. */
function renderTable({ caption, head, rows }: ReportTable): SafeHtml {
  return html`<figure>
<figcaption dir="auto">${caption}</figcaption>
<div class="scroll" tabindex="0"><table aria-label="${caption}">
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => (row.length === 1
    ? html`<tr class="part"><td colspan="${head.length}" dir="auto">${row[0]}</td></tr>`
    : html`<tr>${row.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`))}</tbody>
</table></div>
</figure>`;
}
