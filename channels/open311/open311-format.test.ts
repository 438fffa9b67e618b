import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { formatOf, readDocumentName, writeOpen311 } from './open311-format.ts';

const parse = (text: string) => new XMLParser({ parseTagValue: false }).parse(text);

it('writes a list as children of its root, and nothing as an empty element', () => {
  const { text, contentType } = writeOpen311('service_requests', [{ service_request_id: '1', lat: null }], 'xml');
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<service_requests>\n  <request>\n    <service_request_id>1</service_request_id>\n    <lat/>\n  </request>\n</service_requests>\n',
  );
  expect(contentType).toBe('text/xml; charset=utf-8');
});

it('writes an empty list as a document all the same', () => {
  expect(writeOpen311('services', [], 'json').text).toBe('[]');
  expect(Object.keys(parse(writeOpen311('services', [], 'xml').text))).toContain('services');
});

it('writes no character that XML cannot carry, and keeps line breaks', () => {
  const { text } = writeOpen311('errors', [{ code: 400, description: 'a\u0000\u0008\ud800\uffffb\n<c>&amp;' }], 'xml');
  expect(parse(text).errors.error.description).toBe('ab\n<c>&amp;');
});

it('knows the format by the ending, whatever dots the name has', () => {
  expect(readDocumentName('C01.04.json')).toEqual({ name: 'C01.04', format: 'json' });
  expect(readDocumentName('C01.04.xml')).toEqual({ name: 'C01.04', format: 'xml' });
  expect(readDocumentName('20261123-000001')).toEqual({ name: '20261123-000001', format: 'xml' });
  expect(() => readDocumentName('../etc/passwd')).toThrow('没有这个地址');
  expect([formatOf('/a.json?x=1'), formatOf('/a.xml'), formatOf('/a')]).toEqual(['json', 'xml', 'xml']);
});
