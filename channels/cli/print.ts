/** What a person should know goes beside the result, never into it: standard output may be read by a program. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}
