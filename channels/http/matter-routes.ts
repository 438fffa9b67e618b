import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { chongqingDay, type Fact, type Knowledge, type MatterCard, materialLine } from '../../knowledge/index.ts';
import { RequestError } from './error-handler.ts';
import { type MatterLine, MatterShown } from './matter-types.ts';
import { readableAnywhere } from './readable-anywhere.ts';

interface Needs {
  knowledge: Knowledge;
  now: () => Date;
}

/** A matter's card with its checklist: public, read by the widget on any page. */
export const matterRoutes: FastifyPluginAsyncZod<Needs> = async (app, { knowledge, now }) => {
  const schema = {
    tags: ['documents'],
    summary: '一件事的办事卡：材料清单、流程、时限、收费、地点',
    params: z.object({ id: z.string().max(100) }),
    querystring: z.strictObject({ version: z.iso.date().optional() }),
    response: { 200: MatterShown },
  };
  app.get('/matters/:id', { schema }, async ({ params: { id }, query: { version } }, reply) => {
    const today = knowledge.matters.find(id, chongqingDay(now()));
    const card = version === undefined ? today : knowledge.matters.find(id, version);
    // A version is named by its first day; any other day of its time would name the same card twice.
    if (!card || (version !== undefined && card.validFrom !== version))
      throw new RequestError('not_found', '没有这张办事卡，可能已经更新；请重新提问。');
    return reply.header(...readableAnywhere).send(toShown(card, today));
  });
};

function toShown(card: MatterCard, today: MatterCard | null): MatterShown {
  const { id, title, lead, validFrom, validTo } = card;
  return {
    id,
    title,
    lead,
    validTo,
    version: validFrom,
    newerVersion: today && today.validFrom > validFrom ? today.validFrom : null,
    summary: card.summary.text,
    questions: card.questions.map(({ id, ask, options }) => ({ id, ask, options: options.map(toOption) })),
    materials: card.materials.map((material) => toLine({ ...material, text: materialLine(material) })),
    steps: card.steps.map(toLine),
    limits: card.limits.map(toLine),
    fees: card.fees.map(toLine),
    places: card.places.map(toLine),
  };
}

const toLine = ({ text, certainty, when }: Pick<Fact, 'text' | 'certainty' | 'when'>): MatterLine => ({
  text,
  uncertain: certainty === 'uncertain',
  when,
});

const toOption = ({ id, label, effect }: MatterCard['questions'][number]['options'][number]) => ({
  id,
  label,
  ...(effect ? { effect: effect.text } : {}),
});
