import { html } from '../../util/html.js';
import { pageStyle } from './page-style.js';
import { renderBlock } from './render-block.js';
import type { ReportSection } from './report-section.js';

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
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
<p class="lead" dir="auto">${lead}</p>
${contents.length > 1 && html`<nav aria-label="Contents"><ul>${contents}</ul></nav>`}
</header>
<main>
${parts}
</main>
</body>
</html>
`.markup;
}
