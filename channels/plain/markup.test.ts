import { expect, it } from 'vitest';
import { markup } from './markup.ts';

it('makes text of whatever it is given, in elements and in attributes', () => {
  const said = `"><script>alert('1')</script>&amp;\``;
  expect(markup`<p title="${said}">${said}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&#96;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&#96;</p>',
  );
});

it('lets its own markup stand, joins lists and leaves nothing out of null', () => {
  const items = ['<a>', '<b>'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${items}${null}</ul>`.text).toBe('<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>');
});
