/** Addresses of the pages around knowledge. */
export const cardPath = (id: string) => `/knowledge/cards/${encodeURIComponent(id)}`;
export const versionPath = (id: string, version: number) => `${cardPath(id)}/versions/${version}`;
export const documentPath = (docId: string, span?: { start: number; end: number }) =>
  `/knowledge/documents/${encodeURIComponent(docId)}${span ? `?start=${span.start}&end=${span.end}` : ''}`;
