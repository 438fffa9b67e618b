/** What cases of any suite may carry so that they can be looked at by group. */
export interface Grouped {
  tags?: readonly string[] | undefined;
  /** What it is about in the data set's own words, for example a category's group. */
  topic?: string | undefined;
  district?: string | undefined;
}

/**
 * The slices of a case by what it carries: `topic=…`, `district=…`, `tag=dialect`; a tag with a dimension of its own,
 * `facet:materials`, is the slice `facet=materials`.
 */
export function slicesByTags({ tags = [], topic, district }: Grouped): string[] {
  return [
    ...(topic ? [`topic=${topic}`] : []),
    ...(district ? [`district=${district}`] : []),
    ...tags.map((tag) => (/^[^:]+:./.test(tag) ? tag.replace(':', '=') : `tag=${tag}`)),
  ];
}
