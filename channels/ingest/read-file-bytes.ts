import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { IngestError } from '../../knowledge/index.ts';

/** 5 MB. A notice has some kilobytes; what is larger is an export or a mistake, and would weigh on every search. */
const mostBytes = 5 * 1024 * 1024;

const readExtensions = ['.md', '.markdown', '.txt'];

/** What people will try next; each is named, so that nobody waits for text that was never read. */
const typeNames: Record<string, string> = {
  '.pdf': 'PDF', '.doc': 'Word', '.docx': 'Word', '.wps': 'WPS', '.xls': 'Excel', '.xlsx': 'Excel', '.csv': 'CSV',
  '.ppt': 'PowerPoint', '.pptx': 'PowerPoint', '.html': 'HTML', '.htm': 'HTML',
}; // biome-ignore format: a table

/** The bytes of a file that may be a document, or an `IngestError` that says what to do. Nothing is opened in vain. */
export async function readFileBytes(file: string): Promise<Uint8Array> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) throw new IngestError('nothing_to_read', '这个文件夹里没有可以读取的文件。');
    if (!status.isFile()) throw new IngestError('not_readable', '不是普通文件，不能导入。');
    refuseOtherTypes(file);
    if (status.size > mostBytes)
      throw new IngestError('too_large', `超过 ${mostBytes / 2 ** 20} MB；请拆成几份后再导入。`);
    return await readFile(file);
  } catch (error) {
    throw toIngestError(error);
  }
}

function refuseOtherTypes(file: string): void {
  const extension = path.extname(file).toLowerCase();
  if (readExtensions.includes(extension)) return;
  const name = typeNames[extension] ?? (extension === '' ? '没有扩展名' : extension);
  throw new IngestError(
    'type_not_read',
    `目前还不能读取 ${name} 文件；请另存为 Markdown（.md）或纯文本（.txt）后再导入。`,
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
