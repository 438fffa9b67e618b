/**
 * Why a photograph is not taken, or not found.
 *
 * - `photo_too_large`: more than 10 MB; `photo_too_many_pixels`: more than 50 million points, whatever its bytes
 * - `photo_format_unknown`: by its content no JPEG, PNG, WebP or HEIF; `photo_animated`: more than one picture
 * - `photo_carries_other_file`: something else is hung onto the picture; `photo_unreadable`: broken, or of a kind not read here
 * - `photo_too_many`: three wait for a ticket already; `photo_filed`: it belongs to a ticket and stays there
 * - `photo_unknown`: no such photograph, or not of this conversation or ticket
 */
export type PhotographErrorCode =
  | 'photo_too_large'
  | 'photo_too_many_pixels'
  | 'photo_format_unknown'
  | 'photo_animated'
  | 'photo_carries_other_file'
  | 'photo_unreadable'
  | 'photo_too_many'
  | 'photo_filed'
  | 'photo_unknown';

const messages: Record<PhotographErrorCode, string> = {
  photo_too_large: '照片超过 10 MB，请换一张，或用截图代替。',
  photo_too_many_pixels: '照片尺寸太大，请缩小后再传，或用截图代替。',
  photo_format_unknown: '只收 JPEG、PNG、WebP 或 HEIC 照片，请换一张。',
  photo_animated: '不收动图，请传一张静止的照片。',
  photo_carries_other_file: '这个文件里除了照片还夹带了别的内容，请截图后再传。',
  photo_unreadable: '这张照片打不开，请换一张，或截图后再传。',
  photo_too_many: '一件诉求最多附 3 张照片，请先删去一张。',
  photo_filed: '照片已经随工单提交，不能在这里删除；如需删除请拨打 12345。',
  photo_unknown: '没有这张照片，可能已经删除；请刷新后再试。',
};

/** A photograph that is refused. The message is for people and says what to do next. */
export class PhotographError extends Error {
  readonly code: PhotographErrorCode;
  constructor(code: PhotographErrorCode, options?: ErrorOptions) {
    super(messages[code], options);
    this.name = 'PhotographError';
    this.code = code;
  }
}
