import { buildZip } from './build-zip.ts';

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A paragraph of a Word file; `heading` 1 to 6 gives it that style. */
export const paragraph = (text: string, heading?: number): string =>
  `<w:p>${heading ? `<w:pPr><w:pStyle w:val="Heading${heading}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const table = (rows: readonly (readonly string[])[]): string => {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
};

/** The parts of a Word file with this body; others may be laid over them. */
export function docxParts(body: string, others: Record<string, string> = {}): Record<string, string> {
  const styles = [1, 2, 3].map(
    (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  return {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': docxLinks(`<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>`),
    'word/styles.xml': `<?xml version="1.0"?><w:styles xmlns:w="${words}">${styles.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${words}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    ...others,
  };
}

export const docxLinks = (links: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="${relationships}">${links}</Relationships>`;

/** A relation of this kind to something outside of the file. */
export const linkOutside = (kind: string, target: string): string =>
  `<Relationship Id="rId9" Type="${office}/${kind}" Target="${target}" TargetMode="External"/>`;

export const buildDocx = (body: string, others?: Record<string, string>): Buffer => buildZip(docxParts(body, others));
