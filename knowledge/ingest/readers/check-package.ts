import { IngestError } from '../ingest-error.ts';
import { damaged, openPackage, type PackagePart, tooLarge } from './open-package.ts';

/** Of XML, unpacked. The tree made of it takes some ten times as much, which the memory of the process must hold. */
const mostXmlBytes = 16 * 2 ** 20;

/** Of everything, as declared: pictures are never unpacked, but what claims this much is no document. */
const mostDeclaredBytes = 300 * 2 ** 20;

/** Links that hold nothing of the text: addresses one may click, and the template the file was made from. */
const harmlessLinks = /\/(?:hyperlink|attachedTemplate|externalLinkPath|externalLink)$/u;

/**
 * Unpacks each XML part of an office file once, with a bound, before a library does so without: throws
 * `unpacks_too_large` for bombs of ZIP, `xml_unsafe` for a DTD (bombs of entities and entities that name files need
 * one, office files have none), `links_outside` when content lies in another file, `encrypted` and `damaged`.
 */
export function checkPackage(bytes: Buffer, mainPart: string): void {
  const parts = openPackage(bytes);
  if (!parts.some(({ name }) => name === mainPart)) throw damaged();
  if (sum(parts.map(({ declaredBytes }) => declaredBytes)) > mostDeclaredBytes) throw tooLarge();
  let left = mostXmlBytes;
  for (const part of parts.filter(isXml)) {
    const xml = part.unpack(left);
    left -= xml.length;
    checkXml(part.name, xml);
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const isXml = ({ name }: PackagePart) => /\.(?:xml|rels|vml)$/iu.test(name);

function checkXml(name: string, xml: Buffer): void {
  // In UTF-16 the same letters stand with zeros between them.
  const letters = xml.toString('latin1').replaceAll('\0', '');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(letters))
    throw new IngestError('xml_unsafe', '里面定义了 XML 实体，可能有害，没有读取；请用 Word 或 Excel 另存一份再导入。');
  if (name.endsWith('.rels')) checkLinks(letters);
}

function checkLinks(relations: string): void {
  for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    if (!/TargetMode\s*=\s*["']External["']/u.test(relation)) continue;
    const [, type = ''] = /\bType\s*=\s*["']([^"']*)["']/u.exec(relation) ?? [];
    if (!harmlessLinks.test(type))
      throw new IngestError('links_outside', '部分内容链接到别的文件，没有读取；请把链接的内容嵌入文档后再导入。');
  }
}
