import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The project's folder: the nearest one above this file that has the data sets in it. They are read from the source
 * tree also by the compiled program, which lies in a folder below it.
 */
export function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'evals', 'datasets'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('the data sets (evals/datasets) are not beside the program');
  return projectFolder(above);
}

export function ownDataSetFolder(name: string): string {
  return join(projectFolder(), 'evals', 'datasets', name);
}
