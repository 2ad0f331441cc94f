import { html, SafeHtml } from '../../util/html.js';
import { pageStyle } from './page-style.js';
import { renderBlock } from './render-block.js';
import { renderPage } from './render-page.js';
import type { ReportSection } from './report-section.js';

const policy = new SafeHtml("style-src 'unsafe-inline'");

export interface ReportPage {
  title: string;
  /** One sentence below the title: what was read. */
  lead: string;
  sections: readonly ReportSection[];
}

/** Renders a report as one self-contained page: no script, nothing loaded, plots as drawings in it. */
export async function renderReportPage({ title, lead, sections }: ReportPage): Promise<string> {
  const parts = [];
  for (const [place, { title: name, level, blocks }] of sections.entries()) {
    const bodies = [];
    for (const block of blocks) bodies.push(await renderBlock(block));
    const id = `part-${place + 1}`;
    parts.push(html`<section aria-labelledby="${id}">
${level === 2 ? html`<h2 id="${id}" dir="auto">${name}</h2>` : html`<h3 id="${id}" dir="auto">${name}</h3>`}
${bodies}
</section>`);
  }
  const contents = sections.flatMap(({ title: name, level }, place) => (level === 2 ? [html`<li><a href="#part-${place + 1}" dir="auto">${name}</a></li>`] : []));
  return renderPage({ title, policy, style: pageStyle, body: html`<header>
<h1 dir="auto">${title}</h1>
<p class="lead" dir="auto">${lead}</p>
${contents.length > 1 && html`<nav aria-label="Contents"><ul>${contents}</ul></nav>`}
</header>
<main>
${parts}
</main>` });
}
