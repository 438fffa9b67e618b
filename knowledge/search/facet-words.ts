import type { Facet } from '../catalogue/matter-card.ts';

/**
 * How people ask for each part of a matter. A card says 「提供出生医学证明」 and never 「要带什么」, so without these the
 * passage that answers shares no word with the question. Only for finding, never shown.
 */
export const facetWords: Record<Facet, string> = {
  overview: '',
  conditions: '条件 能不能 可以吗 是否',
  materials: '带什么材料 要哪些资料 证件 手续 东西 准备',
  steps: '怎么办 流程 步骤 怎么申请 如何',
  limits: '多久 多长时间 几天 多少天 什么时候 期限',
  fees: '多少钱 费用 收费 收不收钱',
  rules: '标准 多少 最多',
  places: '在哪里办 去哪里 地点 网上 地址',
  results: '',
  legal: '依据',
};
