import { html, SafeHtml } from '../../util/html.js';
import { collectEvidenceBoxes } from '../inspect-page/collect-evidence-boxes.js';
import { renderStep } from '../inspect-page/render-candidate.js';
import type { PageImage } from '../inspect-page/render-image.js';
import { renderImagePage } from '../inspect-page/render-image-page.js';
import { renderImages } from '../inspect-page/render-images.js';
import { renderQuestion } from '../inspect-page/render-question.js';
import type { Example, ExampleCollector } from './example-collector.js';

const exampleStyle = new SafeHtml(`
main.examples { display: block; } .example { border-top: 2px solid var(--line); padding-top: .8rem; margin-bottom: 2rem; }
.example .pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.25rem; align-items: start; }
.example .frame { max-width: 34rem; } .example .images { position: static; max-height: none; }
.example h2 { overflow-wrap: anywhere; } details { margin: .4rem 0; } details ol { padding-left: 1.6rem; }
@media (max-width: 800px) { .example .pair { grid-template-columns: minmax(0, 1fr); } }
@media print { .example { break-inside: avoid; } details { display: none; } }
`);

export interface ExamplesPage {
  title: string;
  /** Which file the examples are from. */
  name: string;
  counts: ExampleCollector['counts'];
  examples: readonly (Example & { images: readonly (PageImage | null)[] })[];
}

/** Renders the worst disagreements of verifier and labels as one self-contained page: image, step, claim and evidence of each. */
export function renderExamplesPage({ title, name, counts, examples }: ExamplesPage): string {
  return renderImagePage({ title, style: exampleStyle, body: html`<header>
<h1 dir="auto">${title}</h1>
<p class="faint" dir="auto">${name}: of ${counts.looked} labelled steps with a score, ${counts.disagreeing} lie on the other side of the middle than their label. Shown are the ${examples.length} farthest ones, at most one a problem and kind: chosen for being bad, so that they say nothing of how often this happens.</p>
</header>
<main class="examples">
${examples.length === 0 && html`<p>No step disagrees with its label.</p>`}
${examples.map(renderExample)}
</main>` });
}

function renderExample({ problem, description, candidate, step, kind, score, images }: ExamplesPage['examples'][number], place: number): SafeHtml {
  const { verification, solution, policy } = candidate;
  const claims = new Set(step.verdicts.map(({ claim }) => claim));
  const boxes = collectEvidenceBoxes([{ ...candidate, verification: { ...verification, checklist: verification.checklist.filter(({ claim }) => claims.has(claim)) } }]);
  const earlier = solution.steps.slice(0, step.index);
  return html`<section class="example" aria-labelledby="example-${place + 1}">
<h2 id="example-${place + 1}" dir="auto">${place + 1}. ${kind === 'missed' ? 'A wrong step taken for right' : 'A right step taken for wrong'}: score ${score.toFixed(2)} <small>${problem.id}${problem.source && html` · ${problem.source}`}${policy && html` · ${policy}`}</small></h2>
<div class="pair">
<div class="images">
${renderImages(images, { problem, description, boxes })}
</div>
<div>
${renderQuestion(problem)}
${earlier.length > 0 && html`<details><summary>${earlier.length} earlier ${earlier.length === 1 ? 'step' : 'steps'}</summary><ol>${earlier.map(({ text }) => html`<li class="text" dir="auto">${text}</li>`)}</ol></details>`}
<ol class="steps" style="counter-reset: step ${step.index}">${renderStep(candidate, step, { boxes })}</ol>
${step.verdicts.length === 0 && html`<p class="faint">No claim of this step was audited.</p>`}
</div>
</div>
</section>`;
}
