/** The plain mode: large print, one thing at a time, read aloud and spoken to. */
export const plain = {
  turnOn: '长者版',
  turnOff: '普通版',
  whatToDo: '您想办什么事？',
  whatToDoHint: '点一件，或者自己说。',
  myself: '我自己说',
  askMore: '再问一句',
  back: '返回',
  before: '上一页',
  after: '下一页',
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
  yourQuestion: '您问的是',
  waiting: '请稍等，正在为您查。',
  compose: '请说您要办的事，或者遇到的问题',
  sendIt: '写好了，发送',
  next: '接下来',
  nextHint: '答复到这里说完了。您可以：',
  basis: (number: number, title: string) => `看依据 ${number}：${title}`,
  person: '找人工',
};

export const reading = {
  play: '读出来',
  playAll: '从头读一遍',
  pause: '暂停',
  resume: '接着读',
  stop: '停止',
  slower: '读慢一点',
  problems: {
    no_engine: '这个浏览器不能朗读。手机可以在“设置－辅助功能”里打开朗读屏幕。',
    no_voice: '这台设备没有中文朗读的声音，可以在系统设置里安装。',
    failed: '没能读出来，请再按一次“读出来”。',
  },
};

export const voice = {
  start: '按一下，用嘴说',
  stop: '说完了',
  listening: '正在听，请说……说完按“说完了”。',
  check: '请看看写得对不对，可以改，再按“发送”。',
  privacy: '语音由您的浏览器识别，声音可能会传给浏览器的厂商；不愿意就打字。',
  problems: {
    no_engine: '这个浏览器不能听您说话。可以用输入法上的话筒，或者打字。',
    refused: '浏览器没有允许用话筒。请在地址栏旁边的设置里允许，或者打字。',
    silence: '没有听到声音，请靠近手机再说一次。',
    no_microphone: '没有找到话筒，请打字。',
    network: '语音识别连不上网络，请打字，或者稍后再试。',
    failed: '没有听清，请再说一次，或者打字。',
  },
};
