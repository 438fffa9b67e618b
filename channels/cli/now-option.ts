import { InvalidArgumentError, Option } from 'commander';

/** `--now <ISO time>`: the moment that 「上个月」 and deadlines are counted from. */
export const nowOption = new Option('--now <time>', '以这个时刻为“现在”，例如 2026-11-23T10:00:00+08:00').argParser(
  (text) => {
    const moment = new Date(text);
    if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('请写成 2026-11-23T10:00:00+08:00 这样的时间。');
    return moment;
  },
);
