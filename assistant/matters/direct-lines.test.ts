import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { composeAnswer } from './compose-answer.ts';
import { facetsAsked } from './facets-asked.ts';
import { continuedMatter } from './follow-up.ts';
import { pickMatter } from './pick-matter.ts';
import { situationIn } from './situation.ts';

const on = '2026-11-23';
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge({ corpusFolder: fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)) });
});

const card = (id: string) => knowledge.matters.find(id, on)!;
const composed = (id: string, question: string) =>
  composeAnswer(card(id), knowledge, {
    question,
    sides: facetsAsked(question, knowledge, on),
    answers: situationIn(question, card(id), knowledge),
    mayAsk: true,
  });
const textOf = (id: string, question: string) => composed(id, question).sentences.map(({ text }) => text);

describe('an answer composed from a card', () => {
  it.each([
    ['maternity-benefit', '媳妇快生了，我当爹的能请几天假', '护理假是 20 天'],
    ['driving-licence', '本本都过期一年零两个月了', '1 到 3 年'],
    ['ebike-plate', '票据没得了，电瓶车还上得成牌不', '来源承诺'],
    ['retirement', '社保要缴够多少年才有得退休金领', '15 年'],
  ])('of %s begins with the line that %s asks for', (id, question, fact) =>
    expect(textOf(id, question).slice(0, 2).join('\n')).toContain(fact),
  );

  it('tells of the grades of a rule only the one that the citizen falls in', () => {
    const text = textOf('id-card', '我今年三十三岁，办的证管好多年').join('\n');
    expect(text).toContain('20 年');
    expect(text).not.toContain('10 年');
  });

  it('stays short, and never cuts the list of what to bring', () => {
    expect(textOf('newborn-birth', '新生儿上户口').length).toBeLessThanOrEqual(10);
    const asked = composed('newborn-birth', '上户口要带什么材料').sentences;
    expect(asked.filter(({ section }) => section === '申请材料').length).toBeGreaterThanOrEqual(
      card('newborn-birth').materials.filter(({ when }) => !when).length,
    );
  });

  it('cites a list that it tells in one line as one stretch of the document', () => {
    const { sentences, citations } = composed('passport', '护照怎么办理');
    const line = sentences.find(({ section }) => section === '申请材料')!;
    const [citation] = line.citations.map((index) => citations[index]!);
    expect(line.citations).toHaveLength(1);
    expect(knowledge.documents.find(citation!.docId)?.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
  });
});

describe('a follow-up', () => {
  const goesOn = async (asked: string) => {
    const dialogue = { matter: { id: 'id-card', answers: {}, facets: [], timesAsked: 0 } };
    return continuedMatter(asked, dialogue, await pickMatter(asked, knowledge, on), knowledge, on)?.id ?? null;
  };

  it.each(['那要好多钱', '在哪办嘛', '要带什么', '我是外省的呢', '丢了的呢'])(
    '%s stays with the matter',
    async (asked) => expect(await goesOn(asked)).toBe('id-card'),
  );
  it.each(['护照要好多钱', '算了，问个别的，低保怎么申请'])('%s leaves it', async (asked) =>
    expect(await goesOn(asked)).toBeNull(),
  );
});

describe('a situation', () => {
  it('is heard in other words of the same sense', () =>
    expect(situationIn('我是外省的', card('id-card'), knowledge)).toEqual({ hukou: 'elsewhere' }));
  it('is not made up', () => expect(situationIn('要多久', card('id-card'), knowledge)).toEqual({}));
});

describe('the authored questions', () => {
  it('each name a line of a card in force', () => {
    const lost = knowledge.catalogue.questions.filter(({ matter, says }) => {
      const found = knowledge.matters.find(matter, on);
      const lines = found ? knowledge.matterDocument(found).fields : [];
      return says.some((words) => !lines.some(({ passage }) => passage.text.includes(words)));
    });
    expect(lost).toEqual([]);
  });
});
