/** What an administrator can turn off and on by itself, each with its default and what those are told who come while it is off. */
export const surfaces = {
  chat: { isOnByDefault: true, whenOff: '在线对话暂时停用，请稍后再来。' },
  hotline: { isOnByDefault: true, whenOff: '热线辅助暂时停用，请坐席按原有流程登记。' },
  hotline_auto_file: { isOnByDefault: false, whenOff: '通话结束后自动登记没有开启，请坐席核对后登记。' },
  person: { isOnByDefault: true, whenOff: '网页对话里暂时不能接入人工。' },
  photo: { isOnByDefault: true, whenOff: '照片上传暂时停用，请用文字说明情况。' },
  open311: { isOnByDefault: true, whenOff: 'Open311 接口暂时停用，请稍后再试。' },
  openai: { isOnByDefault: true, whenOff: '对话补全接口暂时停用，请稍后再试。' },
  mcp: { isOnByDefault: true, whenOff: '工具接口暂时停用，请稍后再试。' },
  data_questions: { isOnByDefault: true, whenOff: '数据问答暂时停用，请稍后再试，急用数据请联系本单位的统计人员。' },
} as const;

export type Surface = keyof typeof surfaces;

export const surfaceNames = Object.keys(surfaces) as readonly Surface[];

export const isSurface = (name: string): name is Surface => Object.hasOwn(surfaces, name);
