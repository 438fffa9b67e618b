import { buildZip } from './build-zip.ts';

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetWords = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of sheets of texts. `farCell` puts one more filled cell into the first sheet, such as `XFD1048576`. */
export function buildXlsx(sheets: Record<string, readonly (readonly string[])[]>, { farCell = '' } = {}): Buffer {
  const names = Object.keys(sheets);
  const ids = names.map((_, index) => index + 1);
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const related = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const written = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(rows, index === 0 ? farCell : ''),
  ]);
  return buildZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${sheetWords}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${relationships}">${related.join('')}</Relationships>`,
    ...Object.fromEntries(written),
  });
}

function sheetXml(rows: readonly (readonly string[])[], farCell: string): string {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells: readonly string[], index: number) =>
    `<row r="${index + 1}">${cells.map((text, column) => cell(`${'ABCDEFGH'[column]}${index + 1}`, text)).join('')}</row>`;
  const far = farCell === '' ? '' : `<row r="${/\d+$/u.exec(farCell)}">${cell(farCell, 'far')}</row>`;
  return `<?xml version="1.0"?><worksheet xmlns="${sheetWords}"><sheetData>${rows.map(row).join('')}${far}</sheetData></worksheet>`;
}
