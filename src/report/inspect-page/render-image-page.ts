import { html, SafeHtml } from '../../util/html.js';
import { renderPage } from '../page/render-page.js';
import { pageScript, pageStyle } from './page-assets.js';

const policy = new SafeHtml("img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'");

/** Renders a page of images with evidence, whose boxes light up with their claims. `style` comes behind that of all such pages. */
export function renderImagePage({ title, style, body }: { title: string; style?: SafeHtml; body: SafeHtml }): string {
  return renderPage({ title, policy, style: html`${pageStyle}${style}`, body: html`${body}\n<script>${pageScript}</script>` });
}
