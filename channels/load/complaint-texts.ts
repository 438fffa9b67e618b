const places = [
  '渝中区解放碑街道民权路', '渝中区大坪街道正街', '南岸区南坪街道江南大道', '沙坪坝区磁器口街道磁南街', '九龙坡区杨家坪街道直港大道',
  '大渡口区九宫庙街道文体路', '巴南区李家沱街道马王坪正街', '北碚区天生街道云泉路', '万州区高笋塘街道白岩路', '涪陵区敦仁街道兴华中路',
]; // biome-ignore format: a list

const matters = [
  '烧烤摊半夜吵得睡不着，希望规定收摊时间',
  '垃圾堆了几天没人清运，臭得很，请尽快清运',
  '路灯坏了一排，晚上黑黢黢的，麻烦修一下',
  '人行道地砖松动，老人走路绊倒，请修好',
  '楼下餐馆油烟直接往窗户里灌，要求安装净化设施',
  '门口车子乱停把路堵死，希望有人来管',
  '工地凌晨还在打桩，吵得一家人睡不着，请制止',
  '井盖松动，车子一过哐哐响，请加固',
];

/** A complaint of its own for each number: synthetic, with a place that a unit can be named for. */
export function complaintText(number: number): string {
  const place = places[number % places.length]!;
  const matter = matters[Math.floor(number / places.length) % matters.length]!;
  return `${place}${(number % 190) + 1}号附近${matter}`;
}
