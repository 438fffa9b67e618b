/** One line on what is being done and why. On stderr, so that a command's own output stays clean for `--json`. */
export function say(line) {
  process.stderr.write(`› ${line}\n`);
}

/** Like `say`, for what a person may want to change. */
export function sayNotice(line) {
  process.stderr.write(`! ${line}\n`);
}
