import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { toAnnouncement } from './announcement.ts';
import { connectTo } from './connection.ts';
import { Conversation, type ConversationState, repliesOwed } from './conversation.ts';
import { copyText } from './copy-text.ts';
import { createDraft, type Draft } from './draft.ts';
import { en } from './en.ts';
import { newId } from './ids.ts';
import { createKept, type Kept } from './kept.ts';
import { outboxKey } from './outbox.ts';
import { readDocument, readProgress } from './read-desk.ts';
import type { Citation, ProgressShown, TicketCard } from './reply-types.ts';
import { scrollToNewest } from './scroll-log.ts';
import { styles } from './styles.ts';
import { type Actions, type Copy, type Local, windowView } from './view.ts';
import { type Words, zh } from './zh.ts';

// A question that needs a chat model takes some seconds; past this people think that nothing happens.
const slowAfterMs = 25_000;

/**
 * `<yuwen-chat server="https://…" lang="zh|en" title="…" position="bottom-right|bottom-left" inline open>`
 *
 * With `inline` it fills its place in the page; without, it is a button in a corner that opens a window. The title is
 * the window's heading; the frame's own empty title keeps browsers from showing it as a tooltip over everything.
 */
export class ChatWidget extends LitElement {
  static override styles = styles;
  static override properties = {
    server: {}, lang: {}, title: {}, position: {}, inline: { type: Boolean }, open: { type: Boolean, reflect: true },
  }; // biome-ignore format: the attributes at a glance
  /** Where the script came from; the desk to talk to when no `server` is named. */
  static scriptOrigin = '';

  declare server: string | null;
  declare position: string | null;
  declare inline: boolean;
  declare open: boolean;

  #leaving = new AbortController();
  #kept: Kept | null = null;
  #draft: Draft | null = null;
  #conversation: Conversation | null = null;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #local: Omit<Local, 'heading' | 'inline' | 'server'> = {
    large: false, draft: '', slow: false, askingWhy: null, passage: null, progress: {}, announcement: '',
    copied: null,
  }; // biome-ignore format: the empty window at a glance

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    this.#kept = createKept(this.#server, this.#leaving.signal);
    this.#local.large = this.#kept.read('large') ?? false;
    this.#draft = createDraft(this.#kept);
    this.#local.draft = this.#draft.read();
    // A window that nobody has opened holds no connection, unless something written earlier still waits to be sent.
    if (this.#isShown || this.#kept.keys(outboxKey).length > 0) this.#converse();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#conversation = null;
  }

  get #server(): string {
    return (this.server || ChatWidget.scriptOrigin || location.origin).replace(/\/$/, '');
  }

  get #words(): Words {
    return this.lang?.startsWith('en') ? en : zh;
  }

  get #isShown(): boolean {
    return this.inline || this.open;
  }

  #converse(): Conversation {
    this.#conversation ??= new Conversation({
      connect: connectTo(this.#server, this.#leaving.signal),
      kept: this.#kept!,
      newId,
      now: () => new Date(),
      later: (work, ms) => void setTimeout(work, ms),
      changed: (state) => this.#conversationChanged(state),
    });
    return this.#conversation;
  }

  #remember(change: Partial<Local>): void {
    this.#local = { ...this.#local, ...change };
    this.requestUpdate();
  }

  #conversationChanged(state: ConversationState): void {
    const newest = state.messages.at(-1);
    const wasOwed = this.#slowTimer !== undefined;
    const owed = repliesOwed(state.messages) > 0;
    if (!owed) this.#watchSlow(false);
    else if (this.#slowTimer === undefined) this.#watchSlow(true);
    // Only what was waited for is read out, not the history that a reload brings back.
    if (wasOwed && newest?.role === 'desk') this.#remember({ announcement: toAnnouncement(newest, this.#words) });
    else this.requestUpdate();
  }

  #watchSlow(on: boolean): void {
    clearTimeout(this.#slowTimer);
    this.#slowTimer = on ? setTimeout(() => this.#remember({ slow: true }), slowAfterMs) : undefined;
    this.#local.slow = false;
  }

  readonly #act: Actions = {
    send: (text) => {
      this.#act.write('');
      this.#converse().send(text);
    },
    write: (draft) => {
      this.#draft?.write(draft);
      this.#remember({ draft });
    },
    retry: (id) => this.#converse().retry(id),
    edit: ({ clientMessageId, text }) => {
      this.#converse().discard(clientMessageId);
      this.#act.write(text);
      this.renderRoot.querySelector('textarea')?.focus();
    },
    discard: (id) => this.#converse().discard(id),
    rate: (rating) => {
      this.#remember({ askingWhy: null });
      void this.#converse().rate(rating);
    },
    askWhy: (askingWhy) => this.#remember({ askingWhy }),
    openSource: (citation) => void this.#openSource(citation),
    closeSource: () => this.#remember({ passage: null }),
    copy: (copy) => void this.#copy(copy),
    showProgress: (ticket) => void this.#showProgress(ticket),
    refresh: () => {
      this.#watchSlow(true);
      this.#converse().refresh();
    },
    startAnew: () => this.#converse().startAnew(),
    toggleLarge: () => {
      this.#kept?.write('large', !this.#local.large);
      this.#remember({ large: !this.#local.large });
    },
    minimise: () => {
      this.open = false;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus());
    },
  };

  async #openSource(citation: Citation): Promise<void> {
    this.#remember({ passage: { citation, document: 'loading' } });
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    const { signal } = this.#leaving;
    const document = await readDocument(this.#server, citation.docId, signal).catch(() => 'failed' as const);
    // Closed again, or another one opened, while this one was on its way.
    if (this.#local.passage?.citation !== citation) return;
    this.#remember({ passage: { citation, document } });
    await this.updateComplete;
    this.renderRoot.querySelector('dialog mark')?.scrollIntoView({ block: 'center' });
  }

  async #copy({ text, name, key }: Copy): Promise<void> {
    const worked = await copyText(text);
    const announcement = worked ? this.#words.saidCopied(name) : this.#words.copyFailed;
    this.#remember({ announcement, copied: { key, worked } });
  }

  async #showProgress({ number, progressSecret }: TicketCard): Promise<void> {
    const show = (shown: ProgressShown) => this.#remember({ progress: { ...this.#local.progress, [number]: shown } });
    show('loading');
    show(await readProgress(this.#server, number, progressSecret, this.#leaving.signal).catch(() => 'failed' as const));
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (!this.#isShown) return html`<div class="frame" title="">${this.#launcher(words)}</div>`;
    const local = { ...this.#local, heading: this.title || words.heading, inline: this.inline, server: this.#server };
    const view = { state: this.#converse().state, local, words, act: this.#act };
    return html`<div class="frame" title="">${windowView(view)}</div>`;
  }

  #launcher(words: Words): TemplateResult {
    const open = () => {
      this.open = true;
      void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
    };
    return html`<button class="launcher" aria-label=${words.openChat} @click=${open}><span aria-hidden="true">渝问</span></button>`;
  }

  protected override updated(_: PropertyValues): void {
    const log = this.renderRoot.querySelector<HTMLElement>('.log');
    if (log) scrollToNewest(log);
  }
}
