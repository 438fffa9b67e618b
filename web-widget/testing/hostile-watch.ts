import type { Page } from 'playwright-core';

export interface HostileWatch {
  /** What ran, opened, went or was asked for, and what the page's policy refused; empty where texts stay texts. */
  readonly seen: string[];
  /** Parts of the page, shadow trees and frames included, that no page of ours has: made of a text. */
  strangers(): Promise<string[]>;
}

/** Listens for every deed of the hostile texts in a page, before it loads anything. */
export async function watchForDeeds(page: Page): Promise<HostileWatch> {
  const seen: string[] = [];
  await page.exposeFunction('__ran', (canary: number) => void seen.push(`ran ${canary}`));
  await page.exposeFunction('__refused', (what: string) => void seen.push(`refused ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const tell = (globalThis as unknown as { __refused: (what: string) => void }).__refused;
      tell(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => void seen.push(`popup ${popup.url()}`));
  page.on('request', (request) => {
    if (/canary/u.test(new URL(request.url()).pathname + new URL(request.url()).host))
      seen.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => void seen.push(`error ${error}`));
  return {
    seen,
    async strangers() {
      const found = await Promise.all(page.frames().map((frame) => frame.evaluate(findStrangers)));
      const title = await page.title();
      return [...found.flat(), ...(title.startsWith('canary') ? [`title ${title}`] : [])];
    },
  };
}

/** In the page. Nothing of ours has a handler as an attribute, an embedded page, a script of its own or an address that runs. */
function findStrangers(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  const strangers: string[] = [];
  const never = new Set(['iframe', 'object', 'embed', 'base', 'frameset', 'marquee', 'math', 'foreignobject', 'animate', 'xmp', 'listing', 'noembed']);
  const addresses = ['href', 'src', 'srcdoc', 'action', 'formaction', 'data', 'xlink:href'];
  const urlOf = (value: string) => (URL.canParse(value, location.href) ? new URL(value, location.href) : null);
  const runs = new Set(['javascript:', 'vbscript:', 'data:']);
  const isStrangeAddress = (value: string): boolean => {
    const url = urlOf(value);
    return url === null || url.host === 'canary.invalid' || (runs.has(url.protocol) && !value.startsWith('data:image/'));
  };
  const isStrange = (element: Element): boolean => {
    if (never.has(element.localName)) return true;
    if (element.localName === 'script' && urlOf(element.getAttribute('src') ?? 'about:blank')?.origin !== location.origin) return true;
    if (element.getAttributeNames().some((name) => /^on|[<>"'`]/iu.test(name))) return true;
    return addresses.some((name) => element.hasAttribute(name) && isStrangeAddress(element.getAttribute(name)!));
  };
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (isStrange(element)) strangers.push(element.outerHTML.slice(0, 200));
    }
  return strangers;
} // biome-ignore format: one kind of stranger a line
