import { z } from 'zod';
import type { ComplaintCategory } from '../../knowledge/index.ts';
import { RequestError } from '../http/error-handler.ts';
import { readableText } from '../http/readable-text.ts';

const contactHeading = '诉求人留下的联系方式：';

const short = z.coerce.string().max(300).optional();

/** A new request as it is posted; forms name their attributes `attribute[code]`. */
export const RequestForm = z.looseObject({
  api_key: short,
  jurisdiction_id: short,
  service_code: short,
  lat: short,
  long: short,
  address_string: short,
  address_id: short,
  email: short,
  device_id: short,
  account_id: short,
  first_name: short,
  last_name: short,
  phone: short,
  description: z.coerce.string().max(4000).optional(),
  media_url: z.coerce.string().max(2000).optional(),
  'attribute[happened]': short,
  'attribute[wish]': z.coerce.string().max(1000).optional(),
});
export type RequestForm = z.infer<typeof RequestForm>;

export interface ReadRequest {
  /** The citizen's words alone: what danger is listened for in. */
  said: string;
  /** What the ticket holds: the words, where and when it is, and at the end how to reach who sent it. */
  content: string;
  point: { lat: number; long: number } | null;
}

/** @throws RequestError that names the field */
export function readRequestForm(form: RequestForm, { name }: ComplaintCategory): ReadRequest {
  const point = readPoint(form);
  const address = given(form.address_string);
  if (!point && address === null)
    throw new RequestError('bad_input', '缺少地点：请填 lat 和 long，或者 address_string（address_id 这里没有）。');
  const said = readableText(given(form.description) ?? name);
  const [happened, wish] = [given(form['attribute[happened]']), given(form['attribute[wish]'])];
  const parts = [
    said,
    address && `（地点：${oneLine(address)}）`,
    point && `（坐标：北纬 ${point.lat}，东经 ${point.long}）`,
    happened && `（时间：${oneLine(happened)}）`,
    wish && `\n${/^(?:希望|请|要求|建议)/u.test(wish) ? '' : '希望'}${oneLine(wish)}`,
  ];
  return { said, content: [parts.filter(Boolean).join(''), ...contactOf(form)].join('\n'), point };
}

/** The city with what lies around its borders, in degrees: what is outside is another jurisdiction's. */
const bounds = { lat: [28.1, 32.3], long: [105.2, 110.3] } as const;

function readPoint(form: RequestForm): ReadRequest['point'] {
  const [lat, long] = [readDegrees(form.lat, 'lat'), readDegrees(form.long, 'long')];
  if (lat === null && long === null) return null;
  if (lat === null || long === null)
    throw new RequestError('bad_input', 'lat 和 long 要一起填；没有坐标请只填 address_string。');
  const isInside = lat >= bounds.lat[0] && lat <= bounds.lat[1] && long >= bounds.long[0] && long <= bounds.long[1];
  if (!isInside)
    throw new RequestError(
      'bad_input',
      '这个坐标不在重庆市内，请核对 lat（约 28–32）和 long（约 105–110）有没有填反。',
    );
  return { lat, long };
}

function readDegrees(value: string | undefined, field: 'lat' | 'long'): number | null {
  const text = given(value);
  if (text === null) return null;
  if (!/^-?\d{1,3}(?:\.\d{1,15})?$/u.test(text))
    throw new RequestError('bad_input', `${field} 要写成十进制度数，例如 ${field === 'lat' ? '29.563' : '106.551'}。`);
  return Number(text);
}

function contactOf(form: RequestForm): string[] {
  const name = [form.last_name, form.first_name].map((part) => given(part) ?? '').join('');
  const parts = [
    name && `姓名 ${oneLine(name)}`,
    given(form.phone) && `电话 ${oneLine(form.phone!)}`,
    given(form.email) && `邮箱 ${oneLine(form.email!)}`,
    mediaOf(form),
  ].filter(Boolean);
  return parts.length > 0 ? [`${contactHeading}${parts.join('；')}`] : [];
}

/** Kept for the handler to look at with care. The desk itself opens no address that a stranger sends. */
function mediaOf({ media_url }: RequestForm): string | null {
  const address = given(media_url);
  if (address === null) return null;
  if (!URL.canParse(address) || !/^https?:$/u.test(new URL(address).protocol))
    throw new RequestError('bad_input', 'media_url 要是以 http:// 或 https:// 开头的完整地址，没有请留空。');
  return `附带的链接（未打开核对）${new URL(address).href}`;
}

/** An empty field is as one that was not sent. */
const given = (value: string | undefined): string | null => value?.trim() || null;

const oneLine = (text: string) => readableText(text).replace(/\s+/gu, ' ');
