/** Why a clock may stand still. A pause without one of these is refused: waiting for a colleague is no reason. */
export const pauseReasons = {
  awaiting_citizen: '等诉求人补充必要材料或到场',
  awaiting_expert: '等鉴定、检测、评估结论',
  awaiting_procedure: '等法定公示、听证、审批期满',
  force_majeure: '灾害天气等不可抗力，不能施工或到场',
} as const;
export type PauseReason = keyof typeof pauseReasons;

/** Why a unit may send a ticket back; each comes with the clause that says so. */
export const returnReasons = {
  not_our_duty: '依法不属于本单位职责',
  other_place: '不在本单位辖区',
  not_for_grassroots: '应由职能部门办理，不得派给镇街',
  in_legal_process: '已进入诉讼、仲裁、复议、信访等法定途径',
  duplicate: '与正在办理的工单重复',
  content_unclear: '诉求不清，且已联系不上诉求人',
} as const;
export type ReturnReason = keyof typeof returnReasons;

export const pauseCodes = Object.keys(pauseReasons) as PauseReason[];
export const returnCodes = Object.keys(returnReasons) as ReturnReason[];
