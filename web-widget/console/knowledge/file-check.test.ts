import { expect, it } from 'vitest';
import { whyNotSent } from './file-check.ts';

const why = whyNotSent({ tooLarge: (most) => `超过 ${most} MB`, typeNotRead: '读不了', empty: '空的' });

it('sends what the desk may be able to read, and says of the rest what to do', () => {
  expect(why({ name: '指南.DOCX', size: 1_000 })).toBeNull();
  expect(why({ name: '扫描.pdf', size: 30 * 2 ** 20 })).toBeNull();
  expect(why({ name: '视频.mp4', size: 1_000 })).toMatchObject({ code: 'type_not_read', message: '读不了' });
  expect(why({ name: '大.pdf', size: 30 * 2 ** 20 + 1 })).toMatchObject({ message: '超过 30 MB' });
  expect(why({ name: '大.txt', size: 6 * 2 ** 20 })).toMatchObject({ code: 'too_large', message: '超过 5 MB' });
  expect(why({ name: '空.md', size: 0 })).toMatchObject({ code: 'file_empty', message: '空的' });
});
