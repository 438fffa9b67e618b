import { openScriptedModelServer, type Scripted } from '../../assistant/testing/scripted-model-server.ts';

/** What a model that was turned against the desk writes: short enough for a title, without a number that no fact has. */
export const hostileTitle = '<img src=x onerror=top.__ran()>';

/** Puts markup behind each fact that it is to put into words, and into the title of a ticket. */
export async function openHostileModel() {
  const asked = { text: 0, plan: 0 };
  const next = (): Scripted => {
    const { stream, messages } = server.requests.at(-1)!;
    const prompt = messages.map(({ content }) => content).join('\n');
    asked[stream ? 'text' : 'plan'] += 1;
    if (!stream) {
      const category = /C\d\d\.\d\d(?= )/u.exec(prompt)?.[0] ?? '';
      return { plan: { category, purpose: '投诉', urgency: 'U3', title: hostileTitle } };
    }
    const facts = [...prompt.matchAll(/^\[(\d+)\]（.*?）(.+)$/gmu)];
    return { text: facts.map(([, number, fact]) => `${fact}<img src=x onerror=top.__ran()>[${number}]\n`).join('') };
  };
  const script = Object.assign([] as Scripted[], { shift: next });
  const server = await openScriptedModelServer(script);
  return Object.assign(server, { asked });
}
