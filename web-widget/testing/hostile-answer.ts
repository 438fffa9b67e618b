import type { Watched } from './hostile-walk.ts';

/** Every address that a press could follow, in all trees of the page. */
export const addressesIn = ({ page }: Watched) =>
  page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const found: string[] = [];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) found.push(element.href);
      }
    return found;
  });

interface Said {
  content: string;
  urls: string[];
  titles: string[];
}

/** The answer of `/v1`, put together from its events where it was streamed. */
export function readAnswer(body: string, isStream: boolean): Said {
  type Part = { content?: string; annotations?: { url_citation: { url: string; title: string } }[] };
  type Chunk = { choices: { message?: Part; delta?: Part }[] };
  const events = isStream ? body.split('\n\n').filter((event) => event.startsWith('data: {')).map((event) => event.slice(6)) : [body];
  const parts = events.flatMap((event) => (JSON.parse(event) as Chunk).choices.map(({ message, delta }) => message ?? delta ?? {}));
  const cited = parts.flatMap(({ annotations = [] }) => annotations.map(({ url_citation }) => url_citation));
  return { content: parts.map(({ content = '' }) => content).join(''), urls: cited.map(({ url }) => url), titles: cited.map(({ title }) => title) };
} // biome-ignore format: an event in one line

/** In the page: words as text, sources as links. */
export function putAsWidgetDoes({ content, urls, titles }: Said): void {
  const article = document.body.appendChild(document.createElement('article'));
  article.appendChild(document.createElement('p')).textContent = content;
  for (const [at, url] of urls.entries()) {
    const link = article.appendChild(document.createElement('a'));
    link.href = url;
    link.textContent = titles[at]!;
  }
}
