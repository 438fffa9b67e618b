export interface ReadAloudState {
  reading: 'idle' | 'speaking' | 'paused';
  slow: boolean;
  /** Why nothing can be heard; null while nothing is known against it. */
  problem: 'no_engine' | 'no_voice' | 'failed' | null;
}

export interface ReadAloud {
  readonly state: ReadAloudState;
  play(text: string): void;
  pause(): void;
  resume(): void;
  stop(): void;
  toggleSlow(): void;
}

/** The part of the browser's speech that is used; given so that tests can stand in for it. */
export interface SpeechEngine {
  synth: SpeechSynthesis;
  utter(text: string): SpeechSynthesisUtterance;
}

export function browserSpeech(): SpeechEngine | null {
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined') return null;
  return { synth: speechSynthesis, utter: (text) => new SpeechSynthesisUtterance(text) };
}

// Of the voice's own pace; the answers are full of names and figures.
const pace = { usual: 0.9, slow: 0.65 };
// Chromium falls silent within a longer utterance, and pausing can only begin again at the start of one.
const mostCharacters = 80;

/** Sentences in pieces of at most `most` characters, cut behind a stop where there is one. */
export function toPieces(text: string, most = mostCharacters): string[] {
  const long = new RegExp(`.{1,${most - 1}}[，、：）]|.{1,${most}}`, 'gu');
  return (text.match(/[^。！？；\n]+[。！？；]*/gu) ?? [])
    .flatMap((sentence) => (sentence.length <= most ? [sentence] : (sentence.match(long) ?? [])))
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** A voice for Chinese: of the mainland before others, on the device before one that needs the network. */
export function pickVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const rank = ({ lang, localService }: SpeechSynthesisVoice) =>
    (/^(?:zh|cmn)[-_](?:Hans[-_])?CN/iu.test(lang) ? 0 : 2) + (localService ? 0 : 1);
  const chinese = voices.filter(({ lang }) => /^(?:zh|cmn)\b|^(?:zh|cmn)_/iu.test(lang));
  return chinese.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/**
 * Reads answers aloud piece by piece. Pausing stops the engine and remembers the piece, because on phones the engine's
 * own pause cannot be relied upon; going on says that piece from its beginning.
 */
export function createReadAloud(engine: SpeechEngine | null, slow: boolean, changed: () => void): ReadAloud {
  let state: ReadAloudState = { reading: 'idle', slow, problem: engine ? null : 'no_engine' };
  let pieces: string[] = [];
  let at = 0;
  // Raised by whatever ends an utterance from outside; what an older one still reports is passed over.
  let turn = 0;
  const set = (fields: Partial<ReadAloudState>) => {
    state = { ...state, ...fields };
    changed();
  };
  const hush = (reading: 'idle' | 'paused') => {
    turn += 1;
    engine?.synth.cancel();
    set({ reading });
  };
  const speak = (): void => {
    const piece = pieces[at];
    if (!engine || piece === undefined) {
      set({ reading: 'idle' });
      return;
    }
    const voices = engine.synth.getVoices();
    const voice = pickVoice(voices);
    // Some browsers know their voices only later; those that know some and none for Chinese will not read Chinese.
    if (!voice && voices.length > 0) {
      set({ reading: 'idle', problem: 'no_voice' });
      return;
    }
    const mine = turn;
    const utterance = engine.utter(piece);
    utterance.lang = voice?.lang ?? 'zh-CN';
    if (voice) utterance.voice = voice;
    utterance.rate = state.slow ? pace.slow : pace.usual;
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    utterance.onerror = () => {
      if (mine === turn) set({ reading: 'idle', problem: 'failed' });
    };
    set({ reading: 'speaking' });
    engine.synth.speak(utterance);
  };
  return {
    get state() {
      return state;
    },
    play(text) {
      hush('idle');
      pieces = toPieces(text);
      at = 0;
      set({ problem: engine ? null : 'no_engine' });
      speak();
    },
    pause: () => hush('paused'),
    resume: speak,
    stop: () => {
      if (state.reading !== 'idle') hush('idle');
    },
    toggleSlow() {
      const { reading } = state;
      if (reading === 'speaking') hush('paused');
      set({ slow: !state.slow });
      // What is being said goes on at the new pace.
      if (reading === 'speaking') speak();
    },
  };
}
