import type { plain as ChinesePlain, reading as ChineseReading, voice as ChineseVoice } from './zh-plain.ts';

export const plain: typeof ChinesePlain = {
  turnOn: 'Easy mode',
  turnOff: 'Normal mode',
  whatToDo: 'What do you need?',
  whatToDoHint: 'Tap one, or say it yourself.',
  myself: 'Say it myself',
  askMore: 'Ask again',
  back: 'Back',
  before: 'Previous page',
  after: 'Next page',
  page: (page, of) => `Page ${page} of ${of}`,
  yourQuestion: 'You asked',
  waiting: 'One moment, looking it up for you.',
  compose: 'Say what you need to get done, or what went wrong',
  sendIt: 'Done, send it',
  next: 'What next',
  nextHint: 'That was the whole answer. You can:',
  basis: (number, title) => `See source ${number}: ${title}`,
  person: 'Talk to a person',
};

export const reading: typeof ChineseReading = {
  play: 'Read aloud',
  playAll: 'Read it all aloud',
  pause: 'Pause',
  resume: 'Go on reading',
  stop: 'Stop',
  slower: 'Read slower',
  problems: {
    no_engine: 'This browser cannot read aloud. On a phone, turn on screen reading under Settings, Accessibility.',
    no_voice: 'This device has no Chinese voice; one can be added in its settings.',
    failed: 'It could not be read aloud. Press “Read aloud” once more.',
  },
};

export const voice: typeof ChineseVoice = {
  start: 'Tap and speak',
  stop: 'I am done',
  listening: 'Listening. Speak Chinese, then press “I am done”.',
  check: 'Look whether it is right, change it if not, then press Send.',
  privacy: 'Your browser turns speech into text and may pass your voice on to its maker; type if you do not want that.',
  problems: {
    no_engine: 'This browser cannot listen. Use the microphone of your keyboard, or type.',
    refused: 'The browser did not allow the microphone. Allow it beside the address bar, or type.',
    silence: 'Nothing was heard. Come closer and say it again.',
    no_microphone: 'No microphone was found. Please type.',
    network: 'Speech recognition has no connection. Please type, or try later.',
    failed: 'It was not understood. Say it again, or type.',
  },
};
