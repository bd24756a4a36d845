import { expect, it } from '@jest/globals';
import { html } from './html.js';

it('escapes values, and leaves what is HTML itself', () => {
  expect(html`<p title="${'"<&\'>'}">${html`<b>${'<i>'}</b>`}${[html`<br>`, html`<hr>`]}${undefined}${false}${0}</p>`.text)
    .toBe('<p title="&quot;&lt;&amp;&#39;&gt;"><b>&lt;i&gt;</b><br><hr>0</p>');
});
