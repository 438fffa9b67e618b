import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { toAnnouncement } from './announcement.ts';
import { connectTo } from './connection.ts';
import { Conversation, type ConversationState, knownKey, repliesOwed } from './conversation.ts';
import { copyText } from './copy-text.ts';
import { createDraft, type Draft } from './draft.ts';
import { en } from './en.ts';
import { newId } from './ids.ts';
import { createKept, type Kept } from './kept.ts';
import { focusHeading, focusOn, showDialog } from './move-focus.ts';
import { noticeText } from './notice-text.ts';
import { outboxKey } from './outbox.ts';
import { openPieces, type Pieces } from './pieces.ts';
import { readDocument } from './read-desk.ts';
import type { Citation } from './reply-types.ts';
import { scrollToNewest } from './scroll-log.ts';
import { styles } from './styles.ts';
import { isDark, paint } from './theme.ts';
import { type Actions, type Copy, type Local, windowView } from './view.ts';
import { type Words, zh } from './zh.ts';

// A question that needs a chat model takes some seconds; past this people think that nothing happens.
const slowAfterMs = 25_000;

/**
 * `<yuwen-chat server="https://…" lang="zh|en" title="…" position="bottom-right|bottom-left" theme="auto|light|dark"
 * accent="#0f5767" plain inline open>`
 *
 * With `inline` it fills its place in the page; without, it is a button in a corner that opens a window. The title is
 * the window's heading; the frame's own empty title keeps browsers from showing it as a tooltip over everything.
 */
export class ChatWidget extends LitElement {
  static override styles = styles;
  static override properties = {
    server: {}, lang: {}, title: {}, position: {}, theme: {}, accent: {}, plain: { type: Boolean }, inline: { type: Boolean },
    open: { type: Boolean, reflect: true },
  }; // biome-ignore format: the attributes at a glance
  /** Where the script came from; the desk to talk to when no `server` is named. */
  static scriptOrigin = '';

  declare server: string | null;
  declare position: string | null;
  declare theme: string | null;
  declare accent: string | null;
  /** Begins in the plain mode, until its reader chooses otherwise. */
  declare plain: boolean;
  declare inline: boolean;
  declare open: boolean;

  #leaving = new AbortController();
  #kept: Kept | null = null;
  #draft: Draft | null = null;
  #conversation: Conversation | null = null;
  #pieces: Pieces | null = null;
  #notice: string | null = null;
  #darkDevice = matchMedia('(prefers-color-scheme: dark)');
  #newestId: string | null = null;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #local: Omit<Local, 'heading' | 'inline' | 'server'> = {
    large: false, plain: false, place: null, composing: false, draft: '', slow: false, askingWhy: null, reason: '',
    passage: null, handingOver: false, announcement: '', alarm: '', copied: null,
  }; // biome-ignore format: the empty window at a glance

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    this.#kept = createKept(this.#server, this.#leaving.signal);
    this.#pieces = openPieces({
      server: this.#server,
      kept: this.#kept,
      signal: this.#leaving.signal,
      words: () => this.#words,
      known: () => this.#converse().known(),
      changed: () => this.requestUpdate(),
      personChanged: () => this.#personChanged(),
    });
    this.#darkDevice.addEventListener('change', () => this.requestUpdate(), { signal: this.#leaving.signal });
    this.#local.large = this.#kept.read('large') ?? false;
    this.#local.plain = this.#kept.read('plain') ?? this.plain ?? false;
    this.#draft = createDraft(this.#kept);
    this.#local.draft = this.#draft.read();
    // A window that nobody has opened holds no connection, unless something written earlier still waits to be sent.
    if (this.#isShown || this.#kept.keys(outboxKey).length > 0) this.#converse();
    // Photographs that were sent up before a reload still wait for their complaint.
    if (this.#isShown && this.#kept.read(knownKey)) void this.#pieces.photos.refresh();
    if (this.#isShown && this.#kept.read(knownKey)) void this.#pieces.handOver.look();
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
    else if (!wasOwed) this.#watchSlow(true);
    const notice = noticeText(state, this.#words);
    const isNew = newest !== undefined && newest.id !== this.#newestId;
    // Only what was waited for is read out, and what a person says, not the history that a reload brings back.
    if (isNew && newest.role === 'desk' && (wasOwed || this.#isPersons(newest))) this.#replied(newest);
    else if (!wasOwed && owed) this.#say(this.#words.waiting);
    else if (notice && notice !== this.#notice) this.#say(notice);
    else this.requestUpdate();
    this.#notice = notice;
    this.#newestId = newest?.id ?? null;
  }

  #isPersons({ reply }: StoredMessage): boolean {
    return reply?.outcome === 'person' && (this.#newestId !== null || this.#pieces?.handOver.shown?.state === 'joined');
  }

  /** What a person's state tells of messages that were announced into the void is fetched. */
  #personChanged(): void {
    const known = this.#conversation?.state.messages.at(-1)?.sequence ?? 0;
    if (this.#conversation && (this.#pieces?.handOver.shown?.lastSequence ?? 0) > known) this.#conversation.refresh();
    this.requestUpdate();
  }

  #replied(message: StoredMessage): void {
    const spoken = toAnnouncement(message, this.#words);
    if (this.#pieces?.photos.waiting.length) void this.#pieces.photos.refresh();
    // The plain mode turns to what was asked for, wherever its reader was.
    this.#local.place = null;
    // Danger to life interrupts whatever is being read out.
    if (message.reply?.outcome === 'emergency') this.#remember({ alarm: spoken, announcement: '' });
    else this.#say(spoken);
  }

  /** Tells those who hear the page. The same words again differ by a blank, or they would not be told again. */
  #say(text: string): void {
    this.#remember({ announcement: text === this.#local.announcement ? `${text}\u00a0` : text, alarm: '' });
  }

  #watchSlow(on: boolean): void {
    clearTimeout(this.#slowTimer);
    this.#slowTimer = on ? setTimeout(() => this.#remember({ slow: true }), slowAfterMs) : undefined;
    this.#local.slow = false;
  }

  readonly #act: Actions = {
    send: (text) => {
      // Sent now, the complaint would go without them; the words stay where they are.
      if (this.#pieces?.photos.isSending) return this.#say(this.#words.photo.wait);
      this.#act.write('');
      this.#pieces?.reader.stop();
      this.#remember({ composing: false, place: null });
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
      this.#remember({ composing: true });
      focusOn(this, 'textarea');
    },
    discard: (id) => this.#converse().discard(id),
    rate: (rating) => {
      this.#remember({ askingWhy: null, reason: '' });
      if (rating.good !== null) this.#say(this.#words.thanks);
      void this.#converse().rate(rating);
    },
    askWhy: (askingWhy) => this.#remember({ askingWhy }),
    writeReason: (reason) => this.#remember({ reason }),
    openSource: (citation) => void this.#openSource(citation),
    closeSource: () => this.#remember({ passage: null }),
    copy: (copy) => void this.#copy(copy),
    openCard: (key) => {
      void this.#pieces?.matters.open(key);
      showDialog(this, 'card');
    },
    openPerson: () => {
      this.#remember({ handingOver: true });
      void this.#pieces?.handOver.look();
      showDialog(this, 'person');
    },
    closePerson: () => this.#remember({ handingOver: false }),
    refresh: () => {
      this.#watchSlow(true);
      this.#converse().refresh();
    },
    startAnew: () => {
      this.#remember({ place: null, composing: false });
      // Nobody shall wait, or be waited for, in a conversation that its citizen has left.
      if (this.#pieces?.handOver.shown?.since) void this.#pieces.handOver.leave();
      this.#converse().startAnew();
    },
    toggleLarge: () => {
      this.#kept?.write('large', !this.#local.large);
      this.#remember({ large: !this.#local.large });
    },
    togglePlain: () => {
      const plain = !this.#local.plain;
      this.#kept?.write('plain', plain);
      this.#pieces?.reader.stop();
      this.#remember({ plain, place: null, composing: false });
    },
    turnTo: (place) => {
      this.#pieces?.reader.stop();
      this.#remember({ place });
      focusHeading(this);
    },
    compose: (composing) => {
      this.#pieces?.reader.stop();
      this.#remember({ composing });
      if (composing) focusOn(this, 'textarea');
      else focusHeading(this);
    },
    minimise: () => {
      this.open = false;
      focusOn(this, '.launcher');
    },
  };

  async #openSource(citation: Citation): Promise<void> {
    this.#remember({ passage: { citation, document: 'loading' } });
    showDialog(this, 'source');
    const { signal } = this.#leaving;
    const document = await readDocument(this.#server, citation.docId, signal).catch(() => 'failed' as const);
    // Closed again, or another one opened, while this one was on its way.
    if (this.#local.passage?.citation !== citation) return;
    this.#remember({ passage: { citation, document } });
    await this.updateComplete;
    this.renderRoot.querySelector('dialog.source mark')?.scrollIntoView({ block: 'center' });
  }

  async #copy({ text, name, key }: Copy): Promise<void> {
    const worked = await copyText(text);
    const announcement = worked ? this.#words.saidCopied(name) : this.#words.copyFailed;
    this.#say(announcement);
    this.#remember({ copied: { key, worked } });
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const looks = isDark(this.theme, this.#darkDevice) ? 'frame dark' : 'frame';
    if (!this.#isShown) return html`<div class=${looks} title="">${this.#launcher(words)}</div>`;
    const local = { ...this.#local, heading: this.title || words.heading, inline: this.inline, server: this.#server };
    const view = { state: this.#converse().state, local, words, act: this.#act, pieces: this.#pieces! };
    return html`<div class=${looks} title="" @keydown=${this.#onKey}>${windowView(view)}</div>`;
  }

  /** Escape closes the window in the corner; a dialog over it closes first, and a half-typed word of an input method stays. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const inDialog = (event.target as Element).closest('dialog') !== null;
    if (event.key === 'Escape' && !event.isComposing && !inDialog && !this.inline) this.#act.minimise();
  };

  #launcher(words: Words): TemplateResult {
    const open = () => {
      this.open = true;
      if (this.#kept?.read(knownKey)) void this.#pieces?.handOver.look();
      focusOn(this, 'textarea, .screen h3');
    };
    return html`<button class="launcher" aria-label=${words.openChat} @click=${open}><span aria-hidden="true">渝问</span></button>`;
  }

  protected override updated(_: PropertyValues): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (frame) paint(frame, this, isDark(this.theme, this.#darkDevice));
    const log = this.renderRoot.querySelector<HTMLElement>('.log');
    if (log) scrollToNewest(log);
  }
}
