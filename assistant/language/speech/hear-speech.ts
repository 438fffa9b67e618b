import { dropNoise } from './drop-noise.ts';
import { writeNumbers } from './spoken-digits.ts';
import { dropTakenBack, takesSomethingBack } from './take-back.ts';

/** One utterance as far as its words alone say. */
export interface HeardSpeech {
  /** Without fillers, repetitions and what was taken back, with numbers as figures; empty where nothing else was said. */
  text: string;
  /** 「对」, 「嗯嗯」, 「是的嘛」: agrees to what was asked. */
  agrees: boolean;
  /** 「不对」, 「不是哦」. */
  denies: boolean;
  /** Takes back something said in this utterance or before it. */
  takesBack: boolean;
}

const agreement =
  /^(?:嗯*|啊|哦|，)*(?:对(?:头|的|嘛|啊|呀|对|，)*|是(?:的|嘛|啊|呢|，)+|是|要得|没错|就是(?:那里|那儿|嘞里|这里|嘞个|那个|的)?|正确)+(?:嘛|啊|呀|哈|哒|了|。)*$/u;
const agreementLead = /^(?:嗯*|啊|，)*(?:对(?:头|的|嘛|啊|呀|对)*|是(?:的|嘛|啊)+|没错|就是(?:那里|那儿|嘞里)?)[，。]/u;
const denial = /^(?:哦|啊|呃|嗯|，)*(?:不对|不是|错了|搞错)/u;

/** Hears an utterance: a recogniser's text of the telephone in, what was meant to be said out. */
export function hearSpeech(raw: string): HeardSpeech {
  const said = raw.normalize('NFKC').replace(/,/gu, '，').replace(/\?/gu, '？').replace(/!/gu, '！').trim();
  const agrees = agreement.test(said) || agreementLead.test(said);
  const numbered = writeNumbers(dropNoise(said.replace(agreementLead, '')));
  return {
    text: agreement.test(said) ? '' : dropTakenBack(numbered).replace(/^(?:不对|不是|错了|说错了)+[，、]/u, ''),
    agrees,
    denies: denial.test(said),
    takesBack: takesSomethingBack(numbered),
  };
}
