import { openScriptedModelServer, type Scripted } from '../../assistant/testing/scripted-model-server.ts';

/** What a model that was turned against the desk writes: short enough for a title, without a number that no fact has. */
export const hostileTitle = '<img src=x onerror=top.__ran()>';

/** Put behind facts by turns: links and markup that a page which reads Markdown or HTML would make something of. */
const tails = [
  hostileTitle, '[办](javascript:top.__ran())', '<a href="javascript:top.__ran()">办</a>', '[办](https://canary.invalid/x)', '![](https://canary.invalid/x)',
  '<https://canary.invalid/x>', '<javascript:top.__ran()>', '[办](data:text/html,<script>top.__ran()</script>)', '<svg onload=top.__ran()>', '[办](tel:+canary)',
  'https://canary.invalid/x', '<script>top.__ran()</script>', '[办](//canary.invalid/x)', '[办](vbscript:top.__ran())', '<iframe srcdoc="<script>top.__ran()</script>">',
]; // biome-ignore format: a list of tails

/** What the tails say, whatever fact they stand behind. */
export const isHostileTail = (text: string) => tails.some((tail) => text.includes(tail));

/**
 * Puts markup behind each fact that it is to put into words, and into the title of a ticket; fills questions of figures
 * with `plans` in their order, and with a plan that names nothing there is when they are used up.
 */
export async function openHostileModel(plans: unknown[] = []) {
  const asked = { text: 0, plan: 0 };
  const next = (): Scripted => {
    const { stream, messages } = server.requests.at(-1)!;
    const prompt = messages.map(({ content }) => content).join('\n');
    asked[stream ? 'text' : 'plan'] += 1;
    if (!stream && prompt.includes('查询计划')) return { plan: plans.shift() ?? { subject: hostileTitle } };
    if (!stream) {
      const category = /C\d\d\.\d\d(?= )/u.exec(prompt)?.[0] ?? '';
      return { plan: { category, purpose: '投诉', urgency: 'U3', title: hostileTitle } };
    }
    const facts = [...prompt.matchAll(/^\[(\d+)\]（.*?）(.+)$/gmu)];
    const lines = facts.map(([, number, fact], at) => `${fact}${tails[(at + asked.text) % tails.length]}[${number}]\n`);
    return { text: lines.join('') };
  };
  const script = Object.assign([] as Scripted[], { shift: next });
  const server = await openScriptedModelServer(script);
  return Object.assign(server, { asked });
}
