import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileKind, IngestError, kindOfFile, mostBytesOf } from '../../knowledge/index.ts';

/** What people will try next; each is named, so that nobody waits for text that was never read. */
const typeNames: Record<string, string> = {
  '.doc': '旧版 Word', '.wps': 'WPS', '.xls': '旧版 Excel', '.et': 'WPS 表格', '.csv': 'CSV', '.ppt': 'PowerPoint',
  '.pptx': 'PowerPoint', '.ofd': 'OFD', '.rtf': 'RTF', '.zip': '压缩', '.rar': '压缩', '.jpg': '图片', '.png': '图片',
}; // biome-ignore format: a table

/** The bytes of a file that may be a document, or an `IngestError` that says what to do. Nothing is opened in vain. */
export async function readFileBytes(file: string): Promise<Uint8Array> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) throw new IngestError('nothing_to_read', '这个文件夹里没有可以读取的文件。');
    if (!status.isFile()) throw new IngestError('not_readable', '不是普通文件，不能导入。');
    const mostBytes = mostBytesOf[kindOrRefusal(file)];
    if (status.size > mostBytes)
      throw new IngestError('too_large', `超过 ${mostBytes / 2 ** 20} MB；请拆成几份后再导入。`);
    return await readFile(file);
  } catch (error) {
    throw toIngestError(error);
  }
}

function kindOrRefusal(file: string): FileKind {
  const kind = kindOfFile(file);
  if (kind !== null) return kind;
  throw refuseType(file);
}

/** What to do about a file of a kind that nothing here reads. */
export function refuseType(file: string): IngestError {
  const extension = path.extname(file).toLowerCase();
  const name = typeNames[extension] ?? (extension === '' ? '没有扩展名' : extension);
  return new IngestError(
    'type_not_read',
    `还不能读取 ${name} 文件；请另存为 PDF、Word（.docx）、Excel（.xlsx）、网页、Markdown 或纯文本后再导入。`,
  );
}

function toIngestError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new IngestError('not_found', '没有这个文件或文件夹；请检查路径。', { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new IngestError('not_readable', '没有读取权限；请检查文件的权限。', { cause: error });
  return error;
}
