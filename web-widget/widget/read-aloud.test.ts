import { expect, it } from 'vitest';
import { pickVoice, toPieces } from './read-aloud.ts';

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice;

it('reads sentence by sentence, and cuts a long one behind a comma', () => {
  expect(toPieces('带身份证（原件）。\n再带户口簿！')).toEqual(['带身份证（原件）。', '再带户口簿！']);
  const long = `${'甲'.repeat(50)}，${'乙'.repeat(50)}。`;
  expect(toPieces(long)).toEqual([`${'甲'.repeat(50)}，`, `${'乙'.repeat(50)}。`]);
  expect(toPieces('丙'.repeat(200)).every((piece) => piece.length <= 80)).toBe(true);
  expect(toPieces('丙'.repeat(200)).join('')).toBe('丙'.repeat(200));
  expect(toPieces(' \n。')).toEqual([]);
});

it('takes a voice of the mainland that is on the device before any other Chinese one, and no other language', () => {
  const all = [voice('en-US'), voice('zh-HK'), voice('zh-CN', false), voice('zh-TW', false), voice('cmn-Hans-CN')];
  expect(pickVoice(all)?.lang).toBe('cmn-Hans-CN');
  expect(pickVoice(all.slice(0, 3))?.lang).toBe('zh-CN');
  expect(pickVoice([voice('zh_CN'), voice('zh-TW')])?.lang).toBe('zh_CN');
  expect(pickVoice([voice('en-US'), voice('ja-JP')])).toBeNull();
});
