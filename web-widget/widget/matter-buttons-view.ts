import { html, nothing, type TemplateResult } from 'lit';
import type { Reply } from './reply-types.ts';
import type { View } from './view.ts';

/** A button for the card of every matter that a reply speaks of. */
export function matterButtonsView(reply: Reply, { words, act }: View): TemplateResult | typeof nothing {
  const replies = reply.outcome === 'several' ? reply.replies : [reply];
  const matters = new Map(
    replies.flatMap((part) => ('matter' in part && part.matter ? [[part.matter.id, part.matter] as const] : [])),
  );
  if (matters.size === 0) return nothing;
  return html`${[...matters.values()].map(
    (matter) => html`<button class="option" aria-haspopup="dialog" aria-label=${words.card.open(matter.title)}
      @click=${() => act.openCard(matter)}>${words.card.name}</button>`,
  )}`;
}
