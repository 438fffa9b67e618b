/** The card of a matter that people tick, print, save and share. */
export const card = {
  name: '办事清单',
  open: (title: string) => `打开《${title}》的办事清单`,
  loading: '正在打开办事清单…',
  failed: '办事清单暂时打不开，请稍后再试；也可以拨打 12345 询问要带的材料。',
  newer: (from: string) => `这是旧版。${from} 起有新的办理规定，请重新提问，按新版准备。`,
  situation: '您的情况',
  situationHint: '点一下您的情况，清单只留下您需要的；再点一下取消。',
  materials: '申请材料',
  ticked: (ticked: number, of: number) => `已备好 ${ticked} 项，共 ${of} 项`,
  uncertain: '（以渝快办当前指南为准）',
  steps: '办理流程',
  limits: '办理时限',
  fees: '收费',
  places: '办理地点与入口',
  origin: (from: string) =>
    `来源：渝问办事卡（${from} 起有效的版本）。AI 整理，仅供参考；以渝快办当前指南和办理窗口的答复为准。`,
  print: '打印',
  printed: '打印用的办事清单',
  savePage: '保存（可打印）',
  saveText: '保存为文字',
  share: '分享',
};
