import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Silence for longer than this looks like a hang to whoever waits. */
const heartbeatSeconds = 10;

/**
 * Runs a program to its end, showing what it says on stderr, and gives its exit code. Its input is closed: nothing here
 * may ever wait for an answer, on a build machine there is nobody to give it.
 */
export function runCommand(program, args, { heartbeat, quiet = false, env } = {}) {
  return new Promise((resolve) => {
    const out = quiet ? 'ignore' : 2;
    const child = spawn(program, args, {
      cwd: projectFolder,
      stdio: ['ignore', out, out],
      env: { ...process.env, ...env },
    });
    const started = Date.now();
    const timer =
      heartbeat &&
      setInterval(() => say(heartbeat(Math.round((Date.now() - started) / 1000))), heartbeatSeconds * 1000);
    const finish = (code) => {
      clearInterval(timer);
      resolve(code);
    };
    child.on('error', (error) => {
      if (!quiet) say(`${program}: ${error.message}`);
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
