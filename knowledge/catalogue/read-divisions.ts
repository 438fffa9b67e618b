import { join } from 'node:path';
import { readTsvFile } from './corpus-file.ts';
import { District, type Divisions, SpokenPlace, Town } from './division.ts';
import { CorpusInvalid } from './read-matters.ts';

/** The divisions of `folder` (`corpus/divisions`), past ones included; every district named in a row must exist. */
export async function readDivisions(folder: string): Promise<Divisions> {
  const [districts, towns, spoken] = await Promise.all([
    readTsvFile(join(folder, 'districts.tsv'), District),
    readTsvFile(join(folder, 'towns.tsv'), Town),
    readTsvFile(join(folder, 'spoken.tsv'), SpokenPlace),
  ]);
  const divisions = { districts, towns, spoken };
  refuseUnknownNames(folder, divisions);
  return divisions;
}

function refuseUnknownNames(folder: string, { districts, towns, spoken }: Divisions): void {
  const known = new Set(districts.map(({ name }) => name));
  const knownTowns = new Set(towns.map(({ name }) => name));
  const named = [
    ...districts.map(({ name, successor }) => ({ file: 'districts.tsv', name, districts: [successor] })),
    ...towns.map((row) => ({ file: 'towns.tsv', name: row.name, districts: [row.district, row.administeredBy] })),
    ...spoken.map((row) => ({ file: 'spoken.tsv', name: row.name, districts: [row.district, row.administeredBy] })),
  ];
  for (const row of named)
    for (const district of row.districts)
      if (district !== undefined && !known.has(district))
        throw new CorpusInvalid(
          `${join(folder, row.file)}: ${row.name}: district: ${district} is not in districts.tsv`,
        );
  for (const { name, town } of spoken)
    if (town !== undefined && !knownTowns.has(town))
      throw new CorpusInvalid(`${join(folder, 'spoken.tsv')}: ${name}: town: ${town} is not in towns.tsv`);
}
