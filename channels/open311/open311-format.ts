import { XMLBuilder } from 'fast-xml-parser';
import { RequestError } from '../http/error-handler.ts';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

const contentTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** The root of each XML document, and of a list the element that stands for one entry. */
const elements = {
  services: { one: 'service' },
  service_requests: { one: 'request' },
  service_request_updates: { one: 'request_update' },
  errors: { one: 'error' },
  discovery: { lists: { endpoints: 'endpoint', formats: 'format' } },
  service_definition: { lists: { attributes: 'attribute', values: 'value' } },
} satisfies Record<string, { one: string } | { lists: Record<string, string> }>;
export type Root = keyof typeof elements;

export interface Written {
  contentType: string;
  text: string;
}

/**
 * Writes a document of GeoReport v2 in the format that was asked for. The JSON form has no root: a list is an array (the
 * Spark convention).
 */
export function writeOpen311(root: Root, content: object, format: Format): Written {
  const text = format === 'json' ? JSON.stringify(content) : toXml(root, content);
  return { contentType: contentTypes[format], text };
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: true, processEntities: true });

function toXml(root: Root, content: object): string {
  const element: { one?: string; lists?: Record<string, string> } = elements[root];
  const inner = Array.isArray(content)
    ? { [element.one ?? 'item']: content.map((entry) => toNode(entry, {})) }
    : toNode(content, element.lists ?? {});
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: inner })}`;
}

/** A list becomes a node with one child an entry, nothing an empty element, and text what XML can carry. */
function toNode(value: unknown, lists: Record<string, string>): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return carriable(value);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (!Array.isArray(inner)) return [name, toNode(inner, lists)];
      return [name, { [lists[name] ?? 'item']: inner.map((entry) => toNode(entry, lists)) }];
    }),
  );
}

/** XML 1.0 has no way to write control characters, half of a pair or the two that are no characters. */
function carriable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => ('\n\t'.includes(character) ? character : ''));
}

/** 「C01.04.json」 is the document of C01.04 as JSON; without an ending it is XML, which every client reads. */
export function readDocumentName(document: string): { name: string; format: Format } {
  const match = /^(?<name>[\w.-]{1,64}?)(?:\.(?<format>json|xml))?$/u.exec(document);
  if (!match?.groups?.name) throw new RequestError('not_found', '没有这个地址，请检查编号和后缀（.json 或 .xml）。');
  return { name: match.groups.name, format: (match.groups.format ?? 'xml') as Format };
}

/** The format that an address asks for, also one that does not exist. */
export const formatOf = (url: string): Format => (/\.json(?:\?|$)/u.test(url) ? 'json' : 'xml');
