import { join } from 'node:path';
import { readYamlFile } from './corpus-file.ts';
import { Emergencies } from './emergency.ts';

/** The emergencies of `folder` (`corpus/complaints`). */
export function readEmergencies(folder: string): Promise<Emergencies> {
  return readYamlFile(join(folder, 'emergencies.yaml'), Emergencies);
}
