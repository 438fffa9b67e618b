import { describe, expect, it } from 'vitest';
import { hearCallback } from './hear-callback.ts';
import { hearEcho } from './hear-echo.ts';
import { hearSpeech } from './hear-speech.ts';

const heard = (text: string) => hearSpeech(text).text;

describe('an utterance', () => {
  it.each([
    ['嗯，就是说，路灯坏了', '路灯坏了'],
    ['喂你好嘛，我要那个反映个事情哈', '我要反映个事情哈'],
    ['那个我那个社保卡', '我那个社保卡'],
    ['嗯', ''],
    ['呃……那个……', ''],
  ])('is heard without what only fills: %s', (said, meant) => expect(heard(said)).toBe(meant));

  it.each([
    ['停电停电停电了', '停电了'],
    ['我们我们这一片都停电了', '我们这一片都停电了'],
    ['我我我想问一下', '我想问一下'],
    ['天天晚上都吵，谢谢谢谢', '天天晚上都吵，谢谢谢谢'],
  ])('is heard without words said again, but with those meant twice: %s', (said, meant) =>
    expect(heard(said)).toBe(meant),
  );

  it.each([
    ['在渝中区，不对不对，是沙坪坝区石井坡街道那边', '沙坪坝区石井坡街道那边'],
    ['路灯坏了两个月了在渝中区，哦不对，是沙坪坝区', '路灯坏了两个月了，沙坪坝区'],
    ['我要投诉物业，不是我不讲道理，是他们太过分', '我要投诉物业，不是我不讲道理，是他们太过分'],
  ])('is heard without what was taken back: %s', (said, meant) => expect(heard(said)).toBe(meant));

  it.each([
    ['科园四路一百二十号', '科园四路120号'],
    ['八一路幺八五号', '八一路185号'],
    ['二零二六年三月办的', '2026年三月办的'],
    ['我家住一楼，来了三四次', '我家住一楼，来了三四次'],
  ])('is heard with its numbers in figures where they are read out: %s', (said, meant) =>
    expect(heard(said)).toBe(meant),
  );

  it('agrees or denies', () => {
    expect(['对头', '对对对', '是的嘛', '嗯，对', '对，龙溪街道'].map((said) => hearSpeech(said).agrees)).toEqual(
      Array(5).fill(true),
    );
    expect([hearSpeech('不对，是大坪').denies, hearSpeech('对面楼很吵').agrees]).toEqual([true, false]);
    expect(heard('对，龙溪街道')).toBe('龙溪街道');
  });
});

describe('a callback number', () => {
  it.each([
    ['幺三八幺二三四五六七八', '13812345678'],
    ['我的电话是138 1234 5678', '13812345678'],
    ['幺三八，幺二三四，五六七八', '13812345678'],
    ['幺五九二二三三四四五六，哦不对，是四四五五', '15922334455'],
    ['座机六八一二三四五六', '68123456'],
  ])('is heard as it is read out, with its correction: %s', (said, number) =>
    expect(hearCallback(said, false)).toBe(number),
  );

  it('is not heard in other numbers', () => {
    expect(hearCallback('我二零二四年买的房，花了九十八万', false)).toBeNull();
    expect(hearCallback('工单号是20261123', false)).toBeNull();
  });
});

it('hears what the operator says back to be confirmed', () => {
  expect(hearEcho('是渝北区龙溪街道对吧')).toBe('渝北区龙溪街道');
  expect(hearEcho('好的，是南岸区弹子石街道，弹子石老街后面，对吧')).toBe('南岸区弹子石街道，弹子石老街后面');
  expect(hearEcho('请问在哪里')).toBeNull();
  expect(hearEcho('幺三八幺二三四五六七八对吗')).toBe('幺三八幺二三四五六七八');
});
