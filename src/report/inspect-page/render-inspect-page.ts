import type { ScoredProblem } from '../../schema/index.js';
import { html } from '../../util/html.js';
import { countCoverage, describeCoverage } from '../count-coverage.js';
import { explainSelection } from '../explain-selection.js';
import { collectEvidenceBoxes } from './collect-evidence-boxes.js';
import { renderCandidate } from './render-candidate.js';
import type { PageImage } from './render-image.js';
import { renderImagePage } from './render-image-page.js';
import { renderImages } from './render-images.js';
import { renderQuestion } from './render-question.js';

/** Renders one scored problem as a self-contained page: the image with the boxes of the evidence, the steps coloured beside it. */
export function renderInspectPage(scored: ScoredProblem, images: readonly (PageImage | null)[]): string {
  const { problem, description, candidates, selection } = scored;
  const boxes = collectEvidenceBoxes(candidates);
  return renderImagePage({ title: `prm: ${problem.id}`, body: html`<header>
<h1>${problem.id}${problem.source && html` <small>${problem.source}</small>`}</h1>
${renderQuestion(problem)}
${problem.answer !== undefined && html`<p class="faint">Reference answer: <b dir="auto">${problem.answer}</b></p>`}
${candidates.length > 1 && html`<p>Best-of-N with the gate (${scored.scoring.gate}): <b>${explainSelection(selection.gated)}</b><br>
Without the gate: <b>${explainSelection(selection.raw)}</b></p>`}
<p class="faint">${describeCoverage(countCoverage(candidates), scored.verifier)}</p>
</header>
<main>
<section class="images" aria-label="Images">
${renderImages(images, { problem, description, boxes })}
${description && html`<details><summary>What the verifier read (${description.keyFacts.length} facts)</summary>
<p dir="auto">${description.caption}</p>
<ul>${description.keyFacts.map((fact) => html`<li dir="auto">${fact}</li>`)}</ul>
${description.uncertain.length > 0 && html`<p>Uncertain:</p><ul>${description.uncertain.map((fact) => html`<li dir="auto">${fact}</li>`)}</ul>`}
</details>`}
</section>
<section class="candidates" aria-label="Candidates">
${candidates.map((candidate) => renderCandidate(candidate, { boxes, chosen: selection.gated.chosen, chosenRaw: selection.raw.chosen }))}
</section>
</main>` });
}
