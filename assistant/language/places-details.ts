export interface Detail {
  kind: 'road' | 'poi';
  text: string;
  start: number;
  end: number;
}

// Characters that a road's or an estate's own name does not hold; they mark where the name begins.
const notInName =
  '的那这条个在到了是我们你他她从和把被一整有每全该某附近边旁处楼下门口家住往去离走开来对面，。！？、；：\\s';
const nameOf = (length: string) => `[^${notInName}\\d\\P{Script=Han}]${length}`;
const number = '(?:\\d+号(?:附\\d+号)?)?';

const road = new RegExp(`${nameOf('{1,5}')}(?:大道|正街|支路|步道|立交|大桥|隧道|路|街|巷)${number}`, 'gu');
const estate = new RegExp(
  `${nameOf('{2,8}')}(?:小区|花园|家园|公寓|大厦|广场|商场|商城|超市|医院|小学|中学|学校|幼儿园|公园|轻轨站|地铁站|公交站|车站|菜市场|农贸市场|工业园|村|社区)`,
  'gu',
);
const building = /\d+(?:号楼|栋|幢|单元|期)/gu;

/** Ordinary words that end like the name of a road. */
const commonWords =
  /^(?:马路|公路|道路|铁路|走路|修路|让路|绕路|半路|问路|上街|逛街|沿街|背街|背街小巷|小巷|大街|小街|电路|线路|网路|出路|人行天桥|过街|步道|大桥|隧道|立交)$/u;

/** Roads, estates and buildings named in the text, in its order. They narrow a place and never decide its district. */
export function detailsIn(text: string): Detail[] {
  const found = [
    ...matchesOf(road, 'road', text),
    ...matchesOf(estate, 'poi', text),
    ...matchesOf(building, 'poi', text),
  ];
  const named = found.filter(({ text: name }) => !commonWords.test(name));
  return named
    .filter((detail) => !named.some((other) => other !== detail && contains(other, detail)))
    .sort((a, b) => a.start - b.start);
}

function contains(outer: Detail, inner: Detail): boolean {
  const isLonger = outer.end - outer.start > inner.end - inner.start;
  return isLonger && outer.start <= inner.start && inner.end <= outer.end;
}

function matchesOf(pattern: RegExp, kind: Detail['kind'], text: string): Detail[] {
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
    kind,
    text: name,
    start: index,
    end: index + name.length,
  }));
}
