import type { Page } from 'playwright-core';

/** What the stand-in engines were told, and what a test makes them say. */
export interface FakeSpeech {
  spoken: { text: string; lang: string; rate: number; voice: string | null }[];
  /** Ends the utterance that is being said. */
  finish(): void;
  /** The microphone hears this, so far. */
  hear(text: string): void;
  /** Recognition ends with an error, as browsers name them. */
  fail(error: string): void;
}

/** Puts speech engines into every page that is opened from now on; the browser of the tests has none. */
export async function fakeSpeech(page: Page, { voices = ['en-US', 'zh-TW', 'zh-CN'] } = {}): Promise<void> {
  await page.addInitScript(installSpeech, voices);
}

export const withSpeech = <T>(page: Page, work: (speech: FakeSpeech) => T): Promise<T> =>
  page.evaluate(`(${work})(globalThis.fakeSpeech)`) as Promise<T>;

/** Runs in the page. */
function installSpeech(voices: string[]): void {
  type Utterance = {
    text: string;
    lang: string;
    rate: number;
    voice: { lang: string } | null;
    onend(): void;
    onerror(): void;
  };
  let saying: Utterance | null = null;
  let recogniser: Record<string, (event?: unknown) => void> | null = null;
  const spoken: FakeSpeech['spoken'] = [];
  const speechSynthesis = {
    getVoices: () => voices.map((lang) => ({ lang, name: lang, localService: true })),
    speak(utterance: Utterance) {
      saying = utterance;
      const { text, lang, rate, voice } = utterance;
      spoken.push({ text, lang, rate, voice: voice?.lang ?? null });
    },
    cancel() {
      const before = saying;
      saying = null;
      // As engines do: what was cut off reports an error.
      before?.onerror();
    },
  };
  class SpeechSynthesisUtterance {
    text: string;
    lang = '';
    rate = 1;
    voice = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  class SpeechRecognition {
    start() {
      recogniser = this as never;
    }
    stop() {
      recogniser?.onend?.();
    }
    abort() {}
  }
  const fakeSpeech = {
    spoken,
    finish() {
      const before = saying;
      saying = null;
      before?.onend();
    },
    hear: (text: string) => recogniser?.onresult?.({ results: [[{ transcript: text }]] }),
    fail(error: string) {
      recogniser?.onerror?.({ error });
      recogniser?.onend?.();
    },
  };
  for (const [name, value] of Object.entries({
    speechSynthesis,
    SpeechSynthesisUtterance,
    SpeechRecognition,
    fakeSpeech,
  }))
    Object.defineProperty(globalThis, name, { value, configurable: true });
}
