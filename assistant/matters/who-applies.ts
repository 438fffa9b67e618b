const noPerson =
  '(?:小?猫咪?|小?狗狗?|金鱼|鱼|小鸟|鹦鹉|乌龟|兔子|仓鼠|宠物|石头|月亮|太阳|星星|月球|火星|外星人|空气|云|桌子|椅子|板凳|冰箱|沙发|玩具|布娃娃|机器人|恐龙|神仙|财神|鬼|菩萨|大树|盆栽)';
const toDo = '(?:办|申请|申领|领|上户|落户|报名|登记|退休|结婚|买社保|参保|入学|过户|评残|补)';

// 「给我家金鱼申请低保」 and 「用月亮的户口本」: the words of a matter, and nobody whom it could concern.
const appliesForNobody = new RegExp(
  `(?:给|帮|替|为|让|跟|和)[^，。！？]{0,5}${noPerson}[^，。！？]{0,4}${toDo}|${noPerson}的(?:户口|身份证|驾照|社保|结婚证|退休|养老金|医保)`,
  'u',
);

/** Whether somebody asks in earnest words for an applicant that is no person. */
export function isForNobody(text: string): boolean {
  return appliesForNobody.test(text);
}
