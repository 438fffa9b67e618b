import type { FastifyInstance } from 'fastify';

/** A browser without script: it keeps its cookie, follows redirects and fills in the forms that it is shown. */
export function openPlainBrowserAt(server: FastifyInstance) {
  let cookies: Record<string, string> = {};
  let page = '';
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
  async function go(method: 'GET' | 'POST', url: string, fields?: Record<string, string>): Promise<number> {
    const body = fields && { payload: new URLSearchParams(fields).toString() };
    const headers = fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const answer = await server.inject({ method, url, cookies, headers, ...body });
    for (const { name, value } of answer.cookies) cookies = { ...cookies, [name]: value };
    if (answer.statusCode === 303) return go('GET', String(answer.headers.location).replace(/#.*/u, ''));
    page = answer.body;
    return answer.statusCode;
  }
  return {
    get page() {
      return page;
    },
    set cookies(changed: Record<string, string>) {
      cookies = changed;
    },
    open: (url = '/plain') => go('GET', url),
    reopened: async () => {
      await go('GET', '/plain');
      return page;
    },
    say: (text: string, changed: Record<string, string> = {}) =>
      go('POST', '/plain', { token: field('token'), message: field('message'), lang: field('lang'), text, ...changed }),
    anew: () => go('POST', '/plain/anew', { token: field('token'), message: field('message') }),
    person: (wish: 'ask' | 'leave', changed: Record<string, string> = {}) =>
      go('POST', `/plain/person/${wish}`, { token: field('token'), message: field('message'), ...changed }),
    /** What the frame of the page shown last holds by now. */
    async frame() {
      const address = /<iframe src="([^"]*)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      return (await server.inject({ method: 'GET', url: address, cookies })).body;
    },
    field,
  };
}
