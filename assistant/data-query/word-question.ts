/** What the rows shown last were named by, in their order. */
export type ShownRows = readonly Readonly<Record<string, string>>[];

const greeting =
  /^(?:[^，,。!！?？]{0,6}(?:同志|老师|领导|主任|处长|局长)(?:您好|你好|好)?|您好|你好|急|麻烦您?|那个|报告要用|领导要个数)[啊呀哈嘛!！]*[，,：:。\s!！]+/;
const thanks = /[，,。\s]*(?:谢谢|多谢|感谢|辛苦了?|拜托了?)(?:您|你|啦|了)?[!！。~～]*$/;

/** The question without the words before and after it that only address somebody; as it is where nothing else is said. */
export function withoutGreeting(text: string): string {
  let rest = text.normalize('NFKC').trim();
  for (let next = rest.replace(greeting, ''); next !== rest; next = rest.replace(greeting, '')) rest = next;
  const asked = rest.replace(thanks, '');
  return asked === '' ? text : asked;
}

const undo =
  /^(?:请|帮我)?(?:撤销|撤回|回退|返回|取消|退回|回到|恢复)(?:到)?(?:刚才|上一?步|上一?个|前一?个|原来|之前)?的?(?:操作|修改|条件|筛选|结果|查询|那个)?(?:吧|一下)?[。!！]?$/;

/** 「撤销」, 「回到上一步」. */
export function asksUndo(text: string): boolean {
  return undo.test(text.trim());
}

const ordinal =
  /(?:排名?|排在)?第([一二三四五六七八九十]|\d{1,2})(?!季|产业|周|天|届|批|期|[多高大少低小])(?:个|名|位|行|条|家)?(?:的?那个|的?这个)?(?:的(?:区县|区|县|街道|镇街|类别|类型|渠道|单位|部门|小区|企业|公司|项目|地块))?/;
const digits = '一二三四五六七八九十';

/**
 * 「第二个呢」 with the name that stands in the second row shown, so that it can be read like any other question. Null
 * where it speaks of a row that is not there.
 */
export function nameShownRow(text: string, shown: ShownRows): string | null {
  const match = ordinal.exec(text);
  // 「排名第三的区县是哪个」 asks for a place itself, and leans on nothing shown.
  if (!match?.[1] || shown.length === 0 || /哪|谁/.test(text.slice(match.index))) return text;
  const place = digits.includes(match[1]) ? digits.indexOf(match[1]) + 1 : Number(match[1]);
  const row = shown[place - 1];
  const name = row && Object.values(row).join('');
  return name ? text.replace(match[0], name) : null;
}
