import { spawn } from 'node:child_process';

/** The system account a program runs under; undefined is our own. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

export interface Finished {
  /** null when the program could not be started at all or was killed. */
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end and hands back what it said, on both streams.
 *
 * It starts in `/` with a bare environment: our own folder may be closed to the other account, and a PGDATA or
 * LC_MESSAGES of the person at the terminal must change neither what PostgreSQL does nor the words we look for.
 */
export function runProgram(program: string, args: readonly string[], runAs?: RunAs): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...runAs,
      cwd: '/',
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ exitCode: null, output: `${output}${error.message}` }));
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C' };
}
