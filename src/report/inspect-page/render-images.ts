import type { ScoredProblem } from '../../schema/index.js';
import { html, type SafeHtml } from '../../util/html.js';
import type { EvidenceBox } from './collect-evidence-boxes.js';
import { renderImage, type PageImage } from './render-image.js';

/** Draws the images of a problem, each with the boxes that lie in it. */
export function renderImages(images: readonly (PageImage | null)[], { problem, description, boxes }: Pick<ScoredProblem, 'problem' | 'description'> & { boxes: readonly EvidenceBox[] }): SafeHtml {
  return html`${problem.images.length === 0 && html`<p class="faint">This problem has no image.</p>`}
${images.map((image, index) => renderImage(image, {
    index,
    name: problem.images[index] ?? '',
    size: description?.imageSizes[index] ?? null,
    boxes: boxes.filter(({ place }) => place.image === index),
  }))}`;
}
