import type { DataReply } from './reply-types.ts';

/** Whether the explanation of a figure says that its data were made up for demonstration. */
export const isSynthetic = ({ explanation }: Pick<DataReply['data'], 'explanation'>): boolean =>
  explanation.some((sentence) => sentence.includes('合成数据'));
