import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number, not under `least`. */
export const atLeast =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new InvalidArgumentError(`请写一个不小于 ${least} 的整数。`);
    return value;
  };
