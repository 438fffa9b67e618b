import { expect, it } from 'vitest';
import { isForNobody } from './who-applies.ts';

it.each(['给我的乌龟办退休', '拿太阳的身份证怎么落户', '帮沙发申请公租房'])('finds nobody to serve in %s', (text) =>
  expect(isForNobody(text)).toBe(true),
);
it.each(['给我家娃儿上户口', '帮我妈申请低保', '买冰箱有没有补贴', '给电瓶车上牌'])('finds somebody in %s', (text) =>
  expect(isForNobody(text)).toBe(false),
);
