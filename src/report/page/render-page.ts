import { html, type SafeHtml } from '../../util/html.js';

export interface Page {
  title: string;
  style: SafeHtml;
  /** What the page may show and run besides its text and its style, as directives of a Content-Security-Policy. Nothing is ever loaded. */
  policy: SafeHtml;
  body: SafeHtml;
}

/** Renders a self-contained page around its body. */
export function renderPage({ title, style, policy, body }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}
