// Packs the built pages once, as small as they get, so that a village with 3G does not wait for what could have been packed.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const packed = /\.(?:js|css|html|svg|json)$/;
// Below a packet or so there is nothing to win.
const atLeastBytes = 1400;
// The last notch takes five times as long; on the console's megabytes it wins two percent.
const qualityOf = (bytes) => (bytes > 400_000 ? 9 : constants.BROTLI_MAX_QUALITY);

/** Writes `<file>.br` and `<file>.gz` beside each file that gains by it, and says how many files it packed. */
export function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && packed.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size >= atLeastBytes);
  for (const file of files) {
    const bytes = readFileSync(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: qualityOf(bytes.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return files.length;
}
