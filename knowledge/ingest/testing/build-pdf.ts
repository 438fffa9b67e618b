/** A line of print: text, size in points, and distances from the left and the lower edge of an A4 page. */
export interface PrintedLine {
  text: string;
  size?: number;
  x?: number;
  y: number;
}

/** A page of lines; the picture of one as JPEG in colours; or a picture that shows nothing to be read. */
export type PrintedPage = readonly PrintedLine[] | { jpeg: Buffer; width: number; height: number } | 'scan';

/**
 * A PDF whose Chinese text is in a font that is not embedded, as the simplest office programs write it. `extra` goes
 * into the trailer: `/Encrypt …` makes it an encrypted one.
 */
export function buildPdf(pages: readonly PrintedPage[], { extra = '' } = {}): Buffer {
  const fontAt = 3;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 3} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< >>',
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${8 + index * 3} 0 R /Resources << /Font << /F ${fontAt} 0 R >> /XObject << /I ${9 + index * 3} 0 R >> >> >>`,
      stream('', Array.isArray(page) ? page.map(printed).join('\n') : 'q 595 0 0 842 0 0 cm /I Do Q'),
      picture(page),
    ]),
  ];
  return assembled(objects, extra);
}

const stream = (entries: string, content: string) =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function picture(page: PrintedPage): string {
  const image = '/Type /XObject /Subtype /Image';
  if (page === 'scan') return stream(`${image} /ColorSpace /DeviceGray /Width 8 /Height 1 /BitsPerComponent 1`, 'U');
  if (!('jpeg' in page)) return '<< >>';
  const { jpeg, width, height } = page;
  const entries = `${image} /ColorSpace /DeviceRGB /Width ${width} /Height ${height} /BitsPerComponent 8 /Filter /DCTDecode`;
  return stream(entries, jpeg.toString('latin1'));
}

function printed({ text, size = 12, x = 72, y }: PrintedLine): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf ${x} ${y} Td <${codes}> Tj ET`;
}

function assembled(objects: readonly string[], extra: string): Buffer {
  const parts = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R ${extra} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
