export interface Outage {
  began(error: Error): void;
  ended(): void;
}

/** Says once that something is away and once that it is back, however often it is tried in between. */
export function createOutage(notice: (text: string) => void, sentences: { began: string; ended: string }): Outage {
  let isOn = false;
  return {
    began(error) {
      if (!isOn) notice(`${sentences.began} (${error.message})`);
      isOn = true;
    },
    ended() {
      if (isOn) notice(sentences.ended);
      isOn = false;
    },
  };
}

export const recordOutage = {
  began: 'Jobs wait, since the record cannot be reached.',
  ended: 'The record can be reached again, and jobs go on.',
};
