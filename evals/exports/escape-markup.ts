/**
 * Text as it may stand in XML and HTML, in attributes too. XML 1.0 has no way to write most control characters or halves of
 * pairs, not even escaped: they are left out.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
