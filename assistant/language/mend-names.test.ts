import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../knowledge/index.ts';
import { createNameMender, type MendNames } from './mend-names.ts';

let mend: MendNames;
beforeAll(async () => {
  const corpusFolder = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
  mend = createNameMender(await openKnowledge({ corpusFolder }), '2026-11-23');
});

describe('mendNames', () => {
  it.each([
    ['社报卡坏了换一张', '社保卡坏了换一张'],
    ['居主证快到期了', '居住证快到期了'],
    ['生预津贴咋个算', '生育津贴咋个算'],
    ['底保要哪些条件', '低保要哪些条件'],
  ])('hears %s as %s', (written, meant) => expect(mend(written)).toBe(meant));

  it.each(['护照丢了怎么补', '楼下烧烤摊半夜吵得睡不着', '路灯坏了一个星期没人修'])('leaves %s alone', (text) =>
    expect(mend(text)).toBe(text),
  );
});
