import { html, nothing, type TemplateResult } from 'lit';
import { toTitles } from './reply-as-text.ts';
import type { AnswerReply, DataReply, Option, Reply, Sentence, SingleReply } from './reply-types.ts';
import { type Section, toSections } from './sections.ts';
import { isSynthetic } from './synthetic.ts';
import { ticketView } from './ticket-view.ts';
import type { View } from './view.ts';

/** One way to end a turn, one way to show it. `tappable` is false for replies that the conversation has gone past. */
export function replyView(reply: Reply, view: View, tappable: boolean): TemplateResult {
  if (reply.outcome !== 'several') return singleView(reply, view, tappable);
  return html`${reply.replies.map((part) => html`<div class="part">${singleView(part, view, tappable)}</div>`)}`;
}

/** One of several replies, or the only one. */
export function singleView(reply: SingleReply, view: View, tappable: boolean): TemplateResult {
  switch (reply.outcome) {
    case 'answered':
      return answerView(reply, view, tappable);
    case 'partial':
      return html`${answerView(reply, view, tappable)} ${missingView(reply.missing, view)}`;
    case 'ticket':
      // The reply's text says what the card says; it is for those who get no card.
      return html`${textView(view.words.ticket.filedForYou)} ${ticketView(reply.ticket, view)}`;
    case 'emergency':
      return emergencyView(reply.text, reply.numbers, view);
    case 'data':
      return dataView(reply, view);
    case 'clarifying':
    case 'not_in_scope':
    case 'nothing_found':
    case 'greeted':
      return html`${textView(reply.text)} ${optionsView(reply.options ?? [], view, tappable)}`;
    case 'handed_over':
      return html`${textView(reply.text)} ${telephoneView(view)}`;
    case 'person':
    case 'with_person':
    case 'refused':
    case 'failed':
      return textView(reply.text);
    default:
      return unknownView(reply);
  }
}

/** A desk newer than this script may know more endings; their text is still worth reading. */
function unknownView(reply: never): TemplateResult {
  return textView((reply as { text?: string }).text ?? '');
}

const textView = (text: string) => html`<p class="text">${text}</p>`;

const telephoneView = ({ words }: View) =>
  html`<p><a class="main" href="tel:${words.hotlineNumber}" lang=${words.locale}>${words.handOver.callNow}</a></p>`;

function answerView(reply: AnswerReply, view: View, tappable: boolean): TemplateResult {
  const body =
    reply.sentences.length > 0
      ? toSections(reply.sentences).map((section) => sectionView(section, reply, view))
      : textView(reply.text);
  const titles = toTitles(reply.citations);
  return html`
    ${body} ${titles ? html`<p class="small basis">${view.words.basis}：${titles}</p>` : nothing}
    ${optionsView(reply.options ?? [], view, tappable)}
  `;
}

function sectionView({ heading, sentences }: Section, reply: AnswerReply, view: View): TemplateResult {
  const parts = sentences.map((sentence) => sentenceView(sentence, reply, view));
  if (heading === undefined) return html`${parts.map((part) => html`<p>${part}</p>`)}`;
  const list = html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`;
  return html`<h3>${heading}</h3>${list}`;
}

/** The last character and its marks stay on one line: a mark alone on the next would seem to belong to nothing. */
function sentenceView({ text, citations }: Sentence, reply: AnswerReply, view: View): TemplateResult {
  if (citations.length === 0) return html`${text}`;
  const last = [...text].at(-1) ?? '';
  const marks = citations.map((index) => markView(index, reply, view));
  return html`${text.slice(0, text.length - last.length)}<span class="tied">${last}${marks}</span>`;
}

function markView(index: number, reply: AnswerReply, { words, act }: View): TemplateResult | typeof nothing {
  const citation = reply.citations[index];
  if (!citation) return nothing;
  const number = index + 1;
  return html`<button class="mark" aria-label=${words.source(number, citation.title)} title=${citation.quote}
    @click=${() => act.openSource(citation)}><span>${number}</span></button>`;
}

function dataView({ text, data }: DataReply, { words }: View): TemplateResult {
  return html`
    ${textView(text)} ${isSynthetic(data) ? html`<p class="small synthetic">${words.synthetic}</p>` : nothing}
    <p class="small">${words.dataOnlyInConsole}</p>
  `;
}

/** What was asked and is not known. */
export function missingView(missing: readonly string[], { words }: View): TemplateResult {
  return html`<div class="missing"><h3>${words.missing}</h3><ul>${missing.map((item) => html`<li>${item}</li>`)}</ul></div>`;
}

function emergencyView(text: string, numbers: readonly string[], { words }: View): TemplateResult {
  return html`
    <div class="emergency" role="group" aria-label=${words.emergency}>
      <strong>${words.emergency}</strong>
      <div class="numbers">
        ${numbers.map((number) => html`<a href="tel:${number}" aria-label=${words.call(number)}>${number}</a>`)}
      </div>
      ${textView(text)}
    </div>
  `;
}

function optionsView(
  options: readonly Option[],
  { words, act }: View,
  tappable: boolean,
): TemplateResult | typeof nothing {
  if (options.length === 0) return nothing;
  return html`
    <div class="options" role="group" aria-label=${words.choices}>
      ${options.map(
        ({ label, send }) =>
          html`<button class="option" ?disabled=${!tappable} @click=${() => act.send(send)}>${label}</button>`,
      )}
    </div>
  `;
}
