import { expect, it } from 'vitest';
import { findEmergencies } from './emergency.ts';
import { readEmergencies } from './read-emergencies.ts';

const emergencies = await readEmergencies('knowledge/corpus/complaints');
const idsIn = (text: string) => findEmergencies(text, emergencies).map(({ emergency }) => emergency.id);

it.each([
  ['我不想活了，没得人管我', 'self-harm'],
  ['楼顶有个人站在天台边上要跳下去', 'self-harm'],
  ['再不给我工资我就从塔吊上跳楼', 'self-harm'],
  ['活着没意思，想死', 'self-harm'],
  ['楼上起火了，好多烟', 'fire'],
  ['上个月着过火，现在电表箱又冒烟了', 'fire'],
  ['电瓶车在楼道里燃起来了', 'fire'],
  ['屋头有股天然气味道，脑壳都晕了', 'gas-leak'],
  ['后山着火了，快烧到房子了', 'forest-fire'],
  ['我被关在电梯里了，三号楼', 'lift-trapped'],
  ['电梯突然停了，里面困了两个老人', 'lift-trapped'],
  ['我妈晕倒了，喊不醒', 'medical'],
  ['堂客羊水破了怎么办', 'medical'],
  ['路口出车祸了，有人躺在地上流血', 'traffic-injury'],
  ['有娃儿掉到河里头了', 'water-rescue'],
  ['有个男的拿着刀在小区门口', 'police'],
  ['楼下在打捶，打起来了', 'police'],
  ['我家老汉儿走失了，一下午没找到', 'police'],
  ['我老公现在正在打我', 'domestic-violence'],
  ['有个自称民警的叫我把钱转到安全账户', 'fraud-in-progress'],
  ['刚刚被骗了两万块', 'fraud-in-progress'],
])('knows an emergency in 「%s」', (text, id) => {
  expect(idsIn(text)).toContain(id);
});

it.each([
  '楼道里的灭火器过期了没人换',
  '想死你们了，啥时候回来看看',
  '商场跳楼价大甩卖，喇叭吵死人',
  '去年我们楼着过火，到现在线路都没改',
  '烧烤摊烟子冲进屋头，天天冒烟',
  '电梯经常坏，上个月还关过人',
  '楼上半夜吵得我烦死了',
  '消防演练的时间能不能通知一下',
  '这个路口容易出车祸，建议装红绿灯',
  '热得人都要晕倒了，公交站没有遮阳棚',
  '我堂客快要生了，准生证怎么办',
  '如果着火了打什么电话',
  '江边没有护栏，担心有人掉到河里',
  '天然气打不燃火，是不是停气了',
  '路中间的盖盖不见了',
  '这是我们的救命钱，老板拖着不给',
  '电瓶车在楼道充电怕着火',
  '小区的狗走失了想问问哪里登记',
  '货车冒黑烟，呛得很',
  '农村喷农药有没有补贴',
])('hears no emergency in 「%s」', (text) => {
  expect(idsIn(text)).toEqual([]);
});

it('gives every emergency a number that its sentence says', () => {
  for (const { id, numbers, say } of emergencies.emergencies)
    for (const number of numbers) expect(say, id).toContain(number);
});
