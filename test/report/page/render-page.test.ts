import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../src/report/page/render-page.js';
import { html, SafeHtml } from '../../../src/util/html.js';

describe('renderPage', () => {
  it('puts style and body in as they are, escapes the title, and lets nothing load but what the policy names', () => {
    const page = renderPage({ title: '</title><script>', style: new SafeHtml('b > i {}'), policy: new SafeHtml('img-src data:'), body: html`<p>a &amp; b</p>` });
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>\n<style>b > i {}</style>');
    expect(page).toContain('<body>\n<p>a &amp; b</p>\n</body>');
    expect(/Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1]).toBe("default-src 'none'; img-src data:");
  });
});
