/** Kinds of personal data that are masked before a text is logged, queued or sent to a model. */
export const personalDataTypes = [
  'id_number', 'phone', 'bank_card', 'license_plate', 'passport', 'email', 'account', 'person', 'address',
] as const; // biome-ignore format: a list
export type PersonalDataType = (typeof personalDataTypes)[number];

export interface PersonalDataSpan {
  type: PersonalDataType;
  /** Offsets in UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

/** What stands in the place of masked data. */
export const personalDataNames: Record<PersonalDataType, string> = {
  id_number: '身份证号', phone: '电话', bank_card: '银行卡号', license_plate: '车牌', passport: '证件号', email: '邮箱',
  account: '社交账号', person: '姓名', address: '住址',
}; // biome-ignore format: a small table

export function overlaps(left: { start: number; end: number }, right: { start: number; end: number }): boolean {
  return left.start < right.end && right.start < left.end;
}
