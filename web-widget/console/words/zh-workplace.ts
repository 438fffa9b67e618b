/** Words around all pages: the search over everything, the inbox, the tour. */
export const zhWorkplace = {
  search: '搜索',
  searchHint: '搜工单、事项、资料，或要去的页面',
  searching: '正在找…',
  searchFailed: '没有搜成，请检查网络后再试。',
  nothing: '没有找到。换个说法，或只输入编号的后几位。',
  commands: '去哪里、做什么',
  goTo: (page: string) => `打开${page}`,
  dark: '换成深色',
  light: '换成浅色',
  kinds: { ticket: '工单', card: '事项', document: '资料', saved_question: '保存的问题', account: '账号' },
  inbox: {
    title: '消息',
    open: (unread: number) => (unread > 0 ? `消息，${unread} 条新的` : '消息'),
    close: '收起消息',
    empty: '还没有消息。工单派给您的单位、被退回或快到期时，会在这里提醒。',
    isNew: '新',
    kinds: {
      escalated_80: '时限用了八成',
      escalated_120: '已超时限两成',
      escalated_200: '已用去两倍时限',
    } as Record<string, string>,
  },
  tour: {
    title: '一分钟导览',
    offer: '第一次来？花一分钟看看这里能做什么。',
    start: '看导览',
    dismiss: '不看了',
    again: '再看一遍导览',
    close: '关闭导览',
    back: '上一步',
    next: '下一步',
    done: '知道了',
    tryIt: '去试试',
    synthetic: '演示环境里的工单和数据都是合成的，可以放心试。',
    steps: {
      hotline_operator: [
        {
          title: '来电',
          text: '电话接通后，转写一句一句进来，旁边就是该问什么、可以照着念的回答和正在填的工单。',
          path: '/calls',
        },
        { title: '登记', text: '没有您点头，什么也不会登记。改过的地方会固定下来，也会变成评测用例。', path: '/calls' },
        { title: '工单', text: '要人拿主意的工单在“分拣”里：没有主人的、有争议的，都摆着依据。', path: '/triage' },
        { title: '随处可搜', text: '按 Ctrl K 搜工单、换页面、换语言；“消息”里是派给您的事。', path: '/tickets' },
      ],
      unit_handler: [
        {
          title: '我的工单',
          text: '先看最急的：快到期的排在最前，打开就能看到市民说了什么、要什么。',
          path: '/tickets',
        },
        { title: '时限', text: '每张工单的时限都能一行一行算给您看，暂停和延期都写明原因。', path: '/tickets' },
        { title: '退回', text: '不归您管的，选理由、指条款退回；第二次退回由平台裁定。', path: '/tickets' },
        { title: '三率', text: '响应率、解决率、满意率怎么算的、分子分母是多少，都在“三率”里。', path: '/rates' },
      ],
      cadre: [
        {
          title: '用大白话问',
          text: '例如“上个月各区投诉最多的是什么”。回答是数、表和图，只在您的辖区里。',
          path: '/data',
        },
        { title: '看懂怎么算的', text: '每个数都写着怎么来的。不对的条件点一下就能换，接着追问也行。', path: '/data' },
        { title: '带走和保存', text: '图和表可以导出；常问的问题存下来，换了日子也能再问。', path: '/data' },
      ],
      operator: [
        { title: '评测总览', text: '准不准、比上次好还是差、坏在哪一类，先看这一页。', path: '/evals' },
        { title: '待审', text: '拿不准的回答排成队，判一下对错，判过的会变成评测用例。', path: '/evals/queue' },
        {
          title: '知识',
          text: '事项卡和资料都在这里改：先改草稿，看过差别再发布，随时可以撤回。',
          path: '/knowledge/cards',
        },
        { title: '随处可搜', text: '按 Ctrl K 搜工单、事项和资料，也能换页面、换语言。', path: '/evals' },
      ],
      administrator: [
        { title: '账号', text: '给人开账号、停用、重置密码；每一步都留有记录。', path: '/admin' },
        {
          title: '密钥和开关',
          text: '别的系统凭密钥进来；每个入口都能几秒内关掉，要写明原因。',
          path: '/admin/switches',
        },
        { title: '保存多久', text: '改之前先看会删多少；谁做过什么在“审计”里查。', path: '/admin/retention' },
      ],
    },
  },
};
