import { describe, expect, it } from '@jest/globals';
import { hidden, html } from './html.js';

describe('a page', () => {
  it('shows what it is given as text, never as markup', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    expect(html`<b title="${name}">${name}</b>`.text).not.toMatch(/<img|"alert|onerror="/);
  });

  it('holds pages inside pages, and lists', () => {
    const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>a</li><li>b</li></ul>'); // prettier-ignore
  });

  it('leaves out what is not there', () => {
    expect(hidden({ state: undefined, code: '"' }).map(({ text }) => text)).toEqual([
      '<input type="hidden" name="code" value="&quot;" />',
    ]);
  });
});
