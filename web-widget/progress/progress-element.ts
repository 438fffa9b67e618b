import { LitElement, type TemplateResult } from 'lit';
import { en } from './progress-en.ts';
import { styles } from './progress-styles.ts';
import { type ProgressState, progressView } from './progress-view.ts';
import { type ProgressWords, zh } from './progress-zh.ts';
import { judge, lookUp, lookUpPhotographs, ProgressRefused, readKey } from './read-ticket.ts';

/** `<yuwen-progress lang="zh|en">`: a ticket's progress for whoever holds its number and access code. */
export class ProgressElement extends LitElement {
  static override styles = styles;
  static override properties = { lang: {} };

  #state: ProgressState = {
    key: { number: '', secret: '' }, ticket: null, busy: false, problem: null, large: false, verdicts: {}, satisfaction: null,
    comment: '', told: false, asked: false, photographs: [],
  }; // biome-ignore format: the empty page at a glance

  override connectedCallback(): void {
    super.connectedCallback();
    const key = readKey(location.hash);
    if (!key.number || !key.secret) return;
    // Whoever looks over a shoulder, or shares the address, shall not get the code along with it.
    history.replaceState(null, '', location.pathname + location.search);
    this.#change({ key });
    void this.#look();
  }

  get #words(): ProgressWords {
    return this.lang?.startsWith('en') ? en : zh;
  }

  #change(fields: Partial<ProgressState>): void {
    this.#state = { ...this.#state, ...fields };
    this.requestUpdate();
  }

  async #look(): Promise<void> {
    const { key } = this.#state;
    if (await this.#ask(() => lookUp(key))) this.#change({ photographs: await lookUpPhotographs(key).catch(() => []) });
  }

  async #judge(): Promise<void> {
    const { key, verdicts, satisfaction, comment } = this.#state;
    const said = Object.entries(verdicts).map(([item, verdict]) => ({ item: Number(item), verdict }));
    if (said.length === 0) return this.#change({ asked: true });
    const judgement = { verdicts: said, satisfaction, comment: comment.trim() || null };
    if (await this.#ask(() => judge(key, judgement)))
      this.#change({ told: true, verdicts: {}, satisfaction: null, comment: '', asked: false });
  }

  /** What was typed and chosen stays when the desk refuses or is out of reach. */
  async #ask(question: () => ReturnType<typeof lookUp>): Promise<boolean> {
    this.#change({ busy: true, problem: null, told: false });
    try {
      this.#change({ ticket: await question(), busy: false });
      return true;
    } catch (error) {
      const said = error instanceof ProgressRefused ? error.said : null;
      this.#change({ busy: false, problem: said ?? this.#words.unreachable });
      return false;
    }
  }

  protected override render(): TemplateResult {
    return progressView(this.#state, this.#words, {
      write: (fields) => this.#change(fields),
      look: () => void this.#look(),
      judge: () => void this.#judge(),
      another: () =>
        this.#change({
          ticket: null,
          photographs: [],
          problem: null,
          told: false,
          key: { number: '', secret: '' },
          verdicts: {},
        }),
    });
  }
}
