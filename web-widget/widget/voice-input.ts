export interface VoiceInputState {
  listening: boolean;
  /** Why it ended without words. */
  problem: 'no_engine' | 'refused' | 'silence' | 'no_microphone' | 'network' | 'failed' | null;
}

export interface VoiceInput {
  readonly state: VoiceInputState;
  /** Listens until it is stopped or falls silent; `heard` is given all the words so far, again and again. */
  start(heard: (text: string) => void): void;
  stop(): void;
}

/** What browsers call SpeechRecognition, as far as it is used. */
export interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

export function browserRecogniser(): (() => Recogniser) | null {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as Record<string, new () => Recogniser>;
  const Known = SpeechRecognition ?? webkitSpeechRecognition;
  return Known ? () => new Known() : null;
}

const problems: Record<string, VoiceInputState['problem']> = {
  'not-allowed': 'refused', 'service-not-allowed': 'refused', 'no-speech': 'silence', 'audio-capture': 'no_microphone',
  network: 'network', aborted: null,
}; // biome-ignore format: a small table

/** Speech into words that can be looked at and changed before they are sent. */
export function createVoiceInput(
  create: (() => Recogniser) | null,
  signal: AbortSignal,
  changed: () => void,
): VoiceInput {
  let state: VoiceInputState = { listening: false, problem: create ? null : 'no_engine' };
  let current: Recogniser | null = null;
  const set = (fields: Partial<VoiceInputState>) => {
    state = { ...state, ...fields };
    changed();
  };
  signal.addEventListener('abort', () => current?.abort());
  return {
    get state() {
      return state;
    },
    start(heard) {
      if (!create || state.listening) return;
      const recogniser = create();
      current = recogniser;
      // Answers are given in Chinese, so Chinese is listened for, dialect as far as the browser knows it.
      recogniser.lang = 'zh-CN';
      // People who look for words make pauses; they end it themselves.
      recogniser.continuous = true;
      recogniser.interimResults = true;
      recogniser.onresult = ({ results }) =>
        heard(Array.from(results, (result) => result[0]?.transcript ?? '').join(''));
      recogniser.onerror = ({ error }) => set({ problem: error in problems ? (problems[error] ?? null) : 'failed' });
      recogniser.onend = () => set({ listening: false });
      set({ listening: true, problem: null });
      try {
        recogniser.start();
      } catch {
        // Refused at once, by a frame without the right for instance.
        set({ listening: false, problem: 'refused' });
      }
    },
    stop: () => current?.stop(),
  };
}
