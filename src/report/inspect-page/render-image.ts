import { html, type SafeHtml } from '../../util/html.js';
import type { EvidenceBox } from './collect-evidence-boxes.js';

/** An image as a page needs it: a `data:` URL of a kind that browsers show, upright. */
export interface PageImage {
  dataUrl: string;
  width: number;
  height: number;
}

/** Draws an image with numbered boxes over it; a missing image is said to be missing. */
export function renderImage(
  image: PageImage | null,
  about: { index: number; name: string; size: { width: number; height: number } | null; boxes: readonly EvidenceBox[] },
): SafeHtml {
  const { index, name, size, boxes } = about;
  const caption = html`<figcaption>image ${index + 1}: ${name.startsWith('data:') ? 'data: URL' : name}</figcaption>`;
  if (image === null) return html`<figure><p class="missing">This image could not be read.</p>${caption}</figure>`;
  const { width, height } = size ?? image;
  const font = Math.max(10, Math.max(width, height) / 30);
  return html`<figure>
<div class="frame">
<img src="${image.dataUrl}" alt="image ${index + 1} of the problem">
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
${boxes.map(({ number, place: { box }, stance, label }) => html`<g class="box ${stance}" data-box="${number}"><title>${label}</title>
<rect x="${box.x - 2}" y="${box.y - 2}" width="${box.width + 4}" height="${box.height + 4}" rx="3"/>
<text x="${box.x + box.width + 4}" y="${Math.max(font, box.y + 2)}" font-size="${font}">${number}</text></g>`)}
</svg>
</div>
${caption}
</figure>`;
}
