export interface Detail {
  kind: 'road' | 'poi';
  text: string;
  start: number;
  end: number;
}

// A name stands at the head of a clause or after 在, 从, 到 …, and holds none of the characters that make up the words
// around it. Both rules lose a few real names and keep out 「大得看不清路」 and 「什么时候建学校」.
const head = '(?<=^|[，。！？、；：\\s]|[在从到沿由于住])';
const notInName =
  '的那这条个在到了是我们你他她从和把被一有每该某附近旁处楼下门口家住往去离走开来对没得不过看上让压带给请后说进入里外成建么时候';
const nameOf = (length: string) => `${head}[^${notInName}\\d\\P{Script=Han}]${length}`;
const number = '(?:\\d+号(?:附\\d+号)?)?';

const road = new RegExp(
  `${nameOf('{1,5}')}(?:大道|正街|支路|步道|立交|大桥|隧道|路|街|巷)${number}(?![灯面基况障线名费牌边过]|人(?!行))`,
  'gu',
);
const estate = new RegExp(
  `${nameOf('{2,8}')}(?:小区|花园|家园|公寓|大厦|广场|商场|商城|超市|医院|小学|中学|学校|幼儿园|公园|轻轨站|地铁站|公交站|车站|菜市场|农贸市场|工业园|村|社区)(?![生民名委])`,
  'gu',
);
const building = /\d+(?:号楼|栋|幢|单元|期)/gu;

/** How a message opens; the place begins after it. */
const openings = /市民|来电|反映|投诉|咨询|建议|希望|举报|请问|感谢|表扬|你好|您好/gu;

/** Ordinary words that end like the name of a road or an estate. */
const commonWords =
  /^(?:修路|马路|公路|道路|铁路|半路|绕路|让路|问路|街|逛街|炸街|沿街|背街|背街小巷|小巷|[大小]街|[大小]路|电路|线路|网路|出路|步道|大桥|隧道|立交|高速路|快速路|乡村公路|公交线路|断头路|人行横道|健身步道|[一二两三四五六七八九十几多]+[路街])$|^(?:长租|公租房|老旧|民办|公办|私立|社区|森林|农村|乡村|本|各|全)/u;

/** Roads, estates and buildings named in the text, in its order. They narrow a place and never decide its district. */
export function detailsIn(written: string): Detail[] {
  const text = written.replace(openings, (words) => '，'.repeat(words.length));
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
