import type { HandOverShown } from '../http/hand-over-types.ts';
import { type Markup, markup } from './markup.ts';
import { type FormFields, hidden, langOf } from './plain-layout.ts';
import type { PlainPersonWords } from './plain-person-words.ts';
import type { PlainWords } from './plain-words.ts';

/** How it stands with a person, the one button that goes with it, and the ways that are always open. */
export function personSection(person: HandOverShown, form: FormFields): Markup {
  const { words } = form;
  const names = words.inChat;
  const button = buttonOf(person, names);
  return markup`
    <section class="person" aria-labelledby="person">
      <h2 id="person">${names.title}</h2>
      ${statusOf(person, names)
        .filter((line) => line !== '')
        .map((line) => markup`<p>${line}</p>`)}
      ${isUnderWay(person) ? frameOf(person, words) : null}
      ${button ? markup`<form method="post" action="/plain/person/${button.wish}">${hidden(form)}<button>${button.label}</button></form>` : null}
      <p><a class="call" href="tel:12345">${names.call}</a></p>
      <p>${names.file}</p>
    </section>`;
}

export const isUnderWay = ({ state }: HandOverShown) => state === 'waiting' || state === 'joined';

/** In words what the desk knows; nothing where the city offers no person here. */
export function statusOf(person: HandOverShown, names: PlainPersonWords): string[] {
  const { state, operatorsPresent, operatorPresent, operator, ahead } = person;
  if (state === 'off') return [];
  if (state === 'nobody') return [names.nobody];
  if (state === 'none') return [names.onDuty(operatorsPresent)];
  if (state === 'joined') return [operatorPresent ? names.joined(operator ?? '') : names.away(operator ?? '')];
  return [`${names.ahead(ahead ?? 0)}${names.present(operatorsPresent)}`, names.meanwhile];
}

function buttonOf({ state }: HandOverShown, names: PlainPersonWords) {
  if (state === 'none') return { wish: 'ask', label: names.ask };
  if (state === 'waiting') return { wish: 'leave', label: names.giveUp };
  return state === 'joined' ? { wish: 'leave', label: names.finish } : null;
}

/** A page that came again by itself would take what is being typed away; a frame beside the form does not. */
function frameOf(person: HandOverShown, words: PlainWords): Markup {
  return markup`<iframe src="${newsAddress(person, words)}" title="${words.inChat.frame}"></iframe>`;
}

/** What the page shows already: the frame tells what came since. */
export function newsAddress(
  { lastSequence, state, ahead }: Pick<HandOverShown, 'lastSequence' | 'state' | 'ahead'>,
  words: PlainWords,
): string {
  const query = new URLSearchParams({
    after: String(lastSequence),
    state,
    ...(ahead !== null && { ahead: String(ahead) }),
    lang: langOf(words),
  });
  return `/plain/person?${query}`;
}
