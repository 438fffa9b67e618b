import { join } from 'node:path';
import { readTsvFile } from './corpus-file.ts';
import { District, type Divisions, SpokenPlace, Town, TownCommunities } from './division.ts';
import { CorpusInvalid } from './read-matters.ts';

/** The divisions of `folder` (`corpus/divisions`), past ones included; every district named in a row must exist. */
export async function readDivisions(folder: string): Promise<Divisions> {
  const [districts, towns, spoken, communities] = await Promise.all([
    readTsvFile(join(folder, 'districts.tsv'), District),
    readTsvFile(join(folder, 'towns.tsv'), Town),
    readTsvFile(join(folder, 'spoken.tsv'), SpokenPlace),
    readTsvFile(join(folder, 'communities.tsv'), TownCommunities),
  ]);
  const divisions = { districts, towns, spoken, communities };
  refuseUnknownNames(folder, divisions);
  return divisions;
}

function refuseUnknownNames(folder: string, { districts, towns, spoken, communities = [] }: Divisions): void {
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
  const codes = new Set(towns.map(({ code }) => code));
  for (const { town } of communities)
    if (!codes.has(town))
      throw new CorpusInvalid(`${join(folder, 'communities.tsv')}: town: ${town} is not in towns.tsv`);
}
