import { describe, expect, it } from 'vitest';
import { type Responsibility, readDivisions, readResponsibilities } from '../../knowledge/index.ts';
import { dispatch } from './dispatch.ts';

const table = await readResponsibilities('knowledge/corpus/complaints');
const divisions = await readDivisions('knowledge/corpus/divisions');
const jiefangbei = { district: '渝中区', street: '解放碑街道' };
const nowhere = { district: null, street: null };

const decide = (category: string, text: string, place: Parameters<typeof dispatch>[0]['place'] = jiefangbei) =>
  dispatch({ category, text, place }, table, divisions);

describe('an assignment', () => {
  it('gives social noise to the street first, with police and city management joining in, and says on what basis', () => {
    expect(decide('C05.02', '烧烤摊半夜吵得睡不着')).toMatchObject({
      outcome: 'assigned',
      lead: '渝中区解放碑街道办事处',
      coUnits: ['渝中区公安分局', '渝中区城市管理局'],
      tier: 'town',
      clause: expect.stringContaining('第 70 条'),
    });
  });

  it('gives it to the police once persuasion has failed', () => {
    expect(decide('C05.02', '广场舞音响太大，劝了好多次不听').lead).toBe('渝中区公安分局');
  });

  it('needs no place for a company of the whole city', () => {
    expect(decide('C03.02', '又停电了', nowhere)).toMatchObject({ outcome: 'assigned', lead: '国网重庆市电力公司' });
  });

  it('finds the owner of a manhole by the kind of cover, and has one keep watch when nobody knows', () => {
    expect(decide('C02.02', '电信井盖破了').lead).toBe('通信运营企业');
    expect(decide('C02.02', '井盖不见了').lead).toBe('渝中区城市管理局');
  });

  it('names county police and town governments by their own names', () => {
    const place = { district: '石柱土家族自治县', street: '黄水镇' };
    expect(decide('C12.02', '有人赌博', place)).toMatchObject({
      lead: '石柱土家族自治县公安局',
      coUnits: ['石柱土家族自治县黄水镇人民政府'],
    });
  });

  it('goes to the area that runs a town instead of the district', () => {
    const place = { district: '九龙坡区', street: '金凤镇', administeredBy: '高新区' };
    expect(decide('C01.01', '占道摆摊', place).lead).toBe('高新区金凤镇人民政府');
  });

  it('brings in every department of a worn-out lift', () => {
    expect(decide('C04.04', '老旧电梯反复坏，要用维修资金')).toMatchObject({
      lead: '渝中区市场监督管理局',
      coUnits: ['渝中区住房和城乡建设委员会', '渝中区解放碑街道办事处', '物业服务企业'],
    });
  });
});

describe('what a person must decide', () => {
  it('is a place too vague to name the lead, with what is missing', () => {
    expect(decide('C05.05', '油烟大', nowhere)).toMatchObject({
      outcome: 'vacuum',
      lead: null,
      missing: ['district'],
      candidates: ['所在区县城市管理局'],
      triageDesk: '重庆市数字化城市运行和治理中心',
    });
    expect(decide('C01.01', '占道摆摊', { district: '渝中区', street: null })).toMatchObject({
      outcome: 'vacuum',
      missing: ['street'],
      triageDesk: '渝中区数字化城市运行和治理中心',
    });
  });

  it('is a category for which nobody answers by the table', () => {
    expect(decide('C15.05', '公示在哪里看')).toMatchObject({
      outcome: 'vacuum',
      lead: null,
      candidates: [],
      missing: [],
    });
  });

  it('is two rows that hold with different leads', () => {
    expect(decide('C07.03', '办了健身卡送美容卡，两家都跑路了')).toMatchObject({
      outcome: 'clash',
      lead: null,
      candidates: ['渝中区体育局', '渝中区商务委员会'],
    });
  });
});

it('lets a row hold only in the districts it names', () => {
  const clause = { text: '试点', certainty: 'memory' as const };
  const rows: Responsibility[] = [
    { id: 'pilot', categories: ['C05.01'], when: { districts: ['南岸区'] }, tier: 'district', lead: '{district}城市管理局', coUnits: [], clause },
    { id: 'rule', categories: ['C05.01'], tier: 'district', lead: '{district}生态环境局', coUnits: [], clause },
  ]; // biome-ignore format: two rows of a table
  const leadIn = (district: string) =>
    dispatch({ category: 'C05.01', text: '', place: { district, street: null } }, rows, divisions).lead;
  expect(leadIn('南岸区')).toBe('南岸区城市管理局');
  expect(leadIn('渝中区')).toBe('渝中区生态环境局');
});
