import { expect, it } from 'vitest';
import { passageSentences } from './passage-sentences.ts';

it.each([
  ['一句话。又一句！', ['一句话。', '又一句！']],
  ['他说：“停运。”随后恢复。', ['他说：“停运。”随后恢复。']],
  ['- 带身份证\n* **原件**和`复印件`', ['带身份证', '原件和复印件']],
  ['1. 先预约\n> 注意：不退票。', ['1. 先预约', '注意：不退票。']],
  ['| 票种 | 价格 |\n|---|---|\n| 单程 | 20 元 |', ['票种，价格', '单程，20 元']],
  ['详见[办事指南](https://example.org/a)', ['详见办事指南']],
  ['\n---\n', []],
])('reads %j', (text, sentences) => expect(passageSentences(text)).toEqual(sentences));
