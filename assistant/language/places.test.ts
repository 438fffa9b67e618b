import { describe, expect, it } from 'vitest';
import { readDivisions } from '../../knowledge/index.ts';
import { findPlaces } from './places.ts';

const divisions = await readDivisions('knowledge/corpus/divisions');
const today = new Date('2026-11-23T12:00:00+08:00');
const beforeTheChange = new Date('2025-11-05T12:00:00+08:00');
const placeIn = (text: string, on = today) => findPlaces(text, divisions, on);

describe('a place that is said', () => {
  it.each([
    ['渝中区解放碑步行街烧烤摊半夜吵得睡不着', '渝中区', '解放碑街道'],
    ['磁器口古镇卖假货', '沙坪坝区', '磁器口街道'],
    ['在南坪坐公交', '南岸区', '南坪街道'],
    ['鱼洞那边路烂了', '巴南区', '鱼洞街道'],
    ['石柱县黄水镇民宿退订', '石柱土家族自治县', '黄水镇'],
    ['四公里公交站没有雨棚', '南岸区', null],
    ['梁平有人烧秸秆', '梁平区', null],
  ])('finds district and street in 「%s」', (text, district, street) => {
    expect(placeIn(text)).toMatchObject({ district, street, alternatives: [] });
  });

  it('keeps the words that name it, with road, estate and building', () => {
    expect(placeIn('您好，渝中区解放碑步行街太吵')).toMatchObject({ text: '渝中区解放碑步行街', road: '步行街' });
    expect(placeIn('渝中区中山四路36号树倒了').road).toBe('中山四路36号');
    expect(placeIn('南岸区弹子石金科花园5栋电梯坏了').poi).toBe('金科花园5栋');
    expect(placeIn('渝北回兴街道服装城大道123号路面塌了').road).toBe('服装城大道123号');
    expect(placeIn('市民反映龙腾大道由西向东路面破损')).toMatchObject({
      text: '龙腾大道',
      road: '龙腾大道',
      district: null,
    });
  });

  it.each([
    '小区楼下烧烤店油烟大，半夜吵', '水土流失严重', '门口那条马路坑坑洼洼', '万州烤鱼店油烟大', '井口没有盖子',
    '人和人之间要讲道理', '两路公交车都不停', '长寿老人怎么领补贴',
    '烟大得看不清路', '小区里头路灯坏了', '咨询什么时候建学校', '反映小区化粪池满溢', '带泥上路', '拉了五公里收我六百',
  ])('finds none in 「%s」', (text) => {
    expect(placeIn(text)).toMatchObject({ text: null, district: null, street: null, alternatives: [] });
  }); // biome-ignore format: a list of sentences
});

describe('old names', () => {
  it('reads 江北区 as 两江新区 and says so', () => {
    expect(placeIn('江北区观音桥太吵')).toMatchObject({
      district: '两江新区',
      street: '观音桥街道',
      note: expect.stringContaining('江北区'),
    });
  });

  it('follows a town to the district it was moved to, whichever way it went', () => {
    expect(placeIn('渝北区统景镇路烂了')).toMatchObject({ district: '北碚区', street: '统景镇' });
    expect(placeIn('北碚区水土街道路烂了')).toMatchObject({ district: '两江新区', street: '水土街道' });
  });

  it('gives the names of the day that is asked for', () => {
    expect(placeIn('观音桥太吵', beforeTheChange)).toMatchObject({ district: '江北区', note: null });
    expect(placeIn('渝北区统景镇', beforeTheChange)).toMatchObject({ district: '渝北区' });
  });
});

describe('a place that is not certain', () => {
  it('lists the towns of one name, and settles on one when the district is said', () => {
    expect(placeIn('走马镇养猪场臭')).toMatchObject({
      district: null,
      alternatives: [
        { district: '万州区', street: '走马镇' },
        { district: '九龙坡区', street: '走马镇' },
      ],
    });
    expect(placeIn('万州走马镇养猪场臭')).toMatchObject({ district: '万州区', street: '走马镇', alternatives: [] });
  });

  it('does not choose between two places that are both named', () => {
    expect(placeIn('从南坪打车到观音桥绕路')).toMatchObject({
      district: null,
      alternatives: [{ district: '南岸区' }, { district: '两江新区' }],
    });
  });

  it('follows the district that was said when the place is known elsewhere, and asks to check', () => {
    expect(placeIn('南岸区解放碑')).toMatchObject({
      district: '南岸区',
      street: null,
      note: expect.stringContaining('渝中区'),
    });
  });

  it('names the area that runs a town instead of its district', () => {
    expect(placeIn('九龙坡区金凤镇')).toMatchObject({ district: '九龙坡区', administeredBy: '高新区' });
    expect(placeIn('黑山谷景区停车乱收费')).toMatchObject({ district: '綦江区', administeredBy: '万盛经开区' });
  });
});
