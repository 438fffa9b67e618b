export type RecordErrorCode =
  | 'folder_not_writable'
  | 'disk_full'
  | 'postgres_not_available'
  | 'postgres_not_startable'
  | 'postgres_other_version'
  | 'database_unreachable'
  | 'roles_missing'
  | 'migration_failed';

/** The record cannot be opened. The message is one or two sentences for whoever starts the desk: what is wrong, what to do. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RecordError';
    this.code = code;
  }
}

/** ENOENT too: Node says so when it may not make a folder on a read-only file system. */
const refusals = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'];

/** Turns a failed write into the sentence its cause deserves; anything else stays what it was. */
export function toFolderError(folder: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, cause);
  if (!refusals.includes(code)) return cause;
  return new RecordError(
    'folder_not_writable',
    `The desk cannot write to ${folder}. Give the user that starts the desk the right to, or name another folder with DATA_FOLDER.`,
    { cause },
  );
}

export function diskFull(folder: string, cause?: unknown) {
  return new RecordError(
    'disk_full',
    `No space is left for the record in ${folder}. Free some space (a fresh record needs about 100 MB), then start again; nothing committed was lost.`,
    { cause },
  );
}
