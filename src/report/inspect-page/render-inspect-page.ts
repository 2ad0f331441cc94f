import type { ScoredProblem } from '../../schema/index.js';
import { html } from '../../util/html.js';
import { countCoverage, describeCoverage } from '../count-coverage.js';
import { explainSelection } from '../explain-selection.js';
import { collectEvidenceBoxes } from './collect-evidence-boxes.js';
import { pageScript, pageStyle } from './page-assets.js';
import { renderCandidate } from './render-candidate.js';
import { renderImage, type PageImage } from './render-image.js';

/** Renders one scored problem as a self-contained page: the image with the boxes of the evidence, the steps coloured beside it. */
export function renderInspectPage(scored: ScoredProblem, images: readonly (PageImage | null)[]): string {
  const { problem, description, candidates, selection } = scored;
  const boxes = collectEvidenceBoxes(candidates);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>prm: ${problem.id}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${problem.id}${problem.source && html` <small>${problem.source}</small>`}</h1>
<p class="question" dir="auto">${problem.question}</p>
${problem.choices && html`<ol class="choices" type="A">${problem.choices.map((choice) => html`<li dir="auto">${choice}</li>`)}</ol>`}
${problem.answer !== undefined && html`<p class="faint">Reference answer: <b dir="auto">${problem.answer}</b></p>`}
${candidates.length > 1 && html`<p>Best-of-N with the gate (${scored.scoring.gate}): <b>${explainSelection(selection.gated)}</b><br>
Without the gate: <b>${explainSelection(selection.raw)}</b></p>`}
<p class="faint">${describeCoverage(countCoverage(candidates), scored.verifier)}</p>
</header>
<main>
<section class="images" aria-label="Images">
${problem.images.length === 0 && html`<p class="faint">This problem has no image.</p>`}
${images.map((image, index) => renderImage(image, {
    index,
    name: problem.images[index] ?? '',
    size: description?.imageSizes[index] ?? null,
    boxes: boxes.filter(({ place }) => place.image === index),
  }))}
${description && html`<details><summary>What the verifier read (${description.keyFacts.length} facts)</summary>
<p dir="auto">${description.caption}</p>
<ul>${description.keyFacts.map((fact) => html`<li dir="auto">${fact}</li>`)}</ul>
${description.uncertain.length > 0 && html`<p>Uncertain:</p><ul>${description.uncertain.map((fact) => html`<li dir="auto">${fact}</li>`)}</ul>`}
</details>`}
</section>
<section class="candidates" aria-label="Candidates">
${candidates.map((candidate) => renderCandidate(candidate, { boxes, chosen: selection.gated.chosen, chosenRaw: selection.raw.chosen }))}
</section>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
  return page.markup;
}
