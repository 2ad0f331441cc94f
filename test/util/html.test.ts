import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '../../src/util/html.js';

describe('html', () => {
  it('escapes every value and joins lists', () => {
    expect(html`<p title="${'"><script>'}">${['a', '<b>', html`<i>${'&'}</i>`]}</p>`.markup)
      .toBe('<p title="&quot;&gt;&lt;script&gt;">a&lt;b&gt;<i>&amp;</i></p>');
  });

  it('leaves out null, undefined and false, and keeps 0', () => {
    expect(html`[${null}${undefined}${false}${0}]`.markup).toBe('[0]');
  });

  it('never reads a value as a template', () => {
    expect(html`${'${danger} {{braces}} `'}`.markup).toBe('${danger} {{braces}} `');
  });

  it('replaces control characters that HTML forbids', () => {
    expect(escapeHtml('a\u0000b\u001bc\nd')).toBe('a\ufffdb\ufffdc\nd');
  });
});
