import { z } from 'zod';
import { type ComplaintCategory, categoryOf, type Taxonomy } from '../../knowledge/index.ts';
import { RequestError } from '../http/error-handler.ts';

/** A kind of request that can be made, as GeoReport v2 lists it. */
export const Open311Service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
});
export type Open311Service = z.infer<typeof Open311Service>;

/** The second level of the taxonomy, grouped by the first; what has its own way (courts, discipline) is not offered. */
export function toServices({ groups }: Taxonomy): Open311Service[] {
  return groups.flatMap(({ name: group, categories }) =>
    categories.filter(({ firstTier }) => firstTier !== 'none').map((category) => toService(category, group)),
  );
}

function toService({ code, name, examples, saidAs }: ComplaintCategory, group: string): Open311Service {
  return {
    service_code: code,
    service_name: name,
    description: `例如：${examples.join('、')}`,
    // Every kind is asked the same two things, both of them optional.
    metadata: true,
    type: 'realtime',
    keywords: saidAs.join(','),
    group,
  };
}

/** @throws RequestError where there is no such kind */
export function requireCategory(taxonomy: Taxonomy, code: string): ComplaintCategory {
  if (!taxonomy.categories.some((category) => category.code === code))
    throw new RequestError('not_found', `没有 service_code “${code.slice(0, 20)}”，请从 services 里选一个。`);
  return categoryOf(taxonomy, code);
}

export interface Attribute {
  variable: boolean;
  code: 'happened' | 'wish' | 'urgent_note';
  datatype: 'string' | 'text';
  required: false;
  datatype_description: string;
  order: number;
  description: string;
}

/** What a client may ask its user beside the description; the answers come back as `attribute[code]`. */
export function toDefinition({ code }: ComplaintCategory) {
  const attributes: Attribute[] = [
    attribute('happened', 1, '什么时候发生的，是不是经常', '例如：昨晚十点，几乎每天'),
    attribute('wish', 2, '希望怎么解决', '例如：请清运垃圾，并增加清运次数'),
    {
      ...attribute('urgent_note', 3, '有人受伤、被困或者正在起火，请不要在这里填写，立即拨打 110、119 或 120。', ''),
      variable: false,
    },
  ];
  return { service_code: code, attributes };
}

function attribute(code: Attribute['code'], order: number, description: string, example: string): Attribute {
  const datatype = code === 'wish' ? 'text' : 'string';
  return { variable: true, code, datatype, required: false, datatype_description: example, order, description };
}
