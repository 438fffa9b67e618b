/** As much of JSON Schema as our routes are described in. */
interface Schema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  minItems?: number;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
}

interface Described {
  paths: Record<string, Record<string, DescribedOperation>>;
}
interface DescribedOperation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface Operation {
  method: string;
  /** With `{name}` where a parameter goes. */
  path: string;
  query: Schema;
  body: Schema | null;
  /** Of the body: `application/json`, or what the operation takes instead. */
  contentType: string;
}

/** Every operation that an OpenAPI document describes. */
export function operationsOf({ paths }: Described): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      const [[contentType, { schema: body = null }] = ['application/json', {} as { schema?: Schema }]] = Object.entries(requestBody?.content ?? {}); // biome-ignore format: the one body
      return {
        method: method.toUpperCase(),
        path,
        query: {
          type: 'object',
          properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])),
          required: inQuery.filter(({ required }) => required).map(({ name }) => name),
        },
        body,
        contentType,
      };
    }),
  );
}

export type Place = readonly (string | number)[];

/** Where a value of this schema may hold text: the path of every string in it, one entry of each list. */
export function textPlaces(schema: Schema, at: Place = []): Place[] {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return unique(choices.flatMap((choice) => textPlaces(choice, at)));
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, one]) => textPlaces(one, [...at, name]));
  if (schema.items) return textPlaces(schema.items, [...at, 0]);
  if (typeof schema.additionalProperties === 'object') return textPlaces(schema.additionalProperties, [...at, 'any']);
  // What takes anything takes text.
  return schema.type === undefined || schema.type === 'string' ? [at] : [];
} // biome-ignore format: a kind of schema a line

const unique = (places: Place[]) => [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];

/** A value that the schema takes: what is required, and the way to `place`, where `text` stands. */
export function exampleOf(schema: Schema, place: Place | null = null, text = ''): unknown {
  if (place?.length === 0) return text;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return exampleOf(choices.find((choice) => !place || leadsTo(choice, place)) ?? choices[0]!, place, text);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [next, ...rest] = place ?? [];
  if (schema.properties) {
    const wanted = Object.entries(schema.properties).filter(([name]) => name === next || schema.required?.includes(name));
    return Object.fromEntries(wanted.map(([name, one]) => [name, exampleOf(one, name === next ? rest : null, text)]));
  }
  if (schema.items) return next === 0 || schema.minItems ? [exampleOf(schema.items, next === 0 ? rest : null, text)] : [];
  if (typeof schema.additionalProperties === 'object')
    return next === undefined ? {} : { [next]: exampleOf(schema.additionalProperties, rest, text) };
  return plainValue(schema);
} // biome-ignore format: a kind of schema a line

const leadsTo = (schema: Schema, place: Place) =>
  textPlaces(schema).some((one) => JSON.stringify(one) === JSON.stringify(place));

function plainValue({ type, format, minimum = 0, default: ordinary }: Schema): unknown {
  if (ordinary !== undefined) return ordinary;
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(1, minimum);
  if (type === 'null') return null;
  if (type === 'object') return {};
  if (format === 'date') return '2026-11-23';
  return format === 'date-time' ? '2026-11-23T02:00:00Z' : '垃圾桶满了';
}
