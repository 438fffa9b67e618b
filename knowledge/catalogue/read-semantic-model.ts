import { join } from 'node:path';
import type { Taxonomy } from './complaint-category.ts';
import { readYamlFile } from './corpus-file.ts';
import type { Divisions } from './division.ts';
import { readDivisions } from './read-divisions.ts';
import { CorpusInvalid } from './read-matters.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import {
  type Dimension,
  type DimensionValue,
  type Region,
  type SemanticModel,
  SemanticModelFile,
  type Subject,
} from './semantic-model.ts';
import {
  categoryGroupValues,
  categoryValues,
  districtValues,
  regionValues,
  streetValues,
  toRegions,
} from './semantic-values.ts';

/**
 * The semantic model under `corpusFolder` (`knowledge/corpus`): `data-platform/model.yaml` with the dictionaries of
 * districts, streets and complaint categories taken from the lists that the rest of the desk uses, or another `file` of
 * its kind. Throws `corpus_invalid` naming the file and what in it does not fit.
 */
export async function readSemanticModel(
  corpusFolder: string,
  file = join(corpusFolder, 'data-platform', 'model.yaml'),
): Promise<SemanticModel> {
  const [written, taxonomy, divisions] = await Promise.all([
    readYamlFile(file, SemanticModelFile),
    readTaxonomy(join(corpusFolder, 'complaints')),
    readDivisions(join(corpusFolder, 'divisions')),
  ]);
  const regions = toRegions(divisions, written.regionAliases);
  const subjects = written.subjects.map((subject) =>
    fillDictionaries(subject, { taxonomy, divisions, regions, written }),
  );
  const model = { ...written, subjects, regions, divisions };
  for (const problem of problemsOf(model)) throw new CorpusInvalid(`${file}: ${problem}`);
  return model;
}

interface Lists {
  taxonomy: Taxonomy;
  divisions: Divisions;
  regions: Region[];
  written: SemanticModelFile;
}

function fillDictionaries(subject: Subject, lists: Lists): Subject {
  const dimensions = subject.dimensions.map((dimension) => ({
    ...dimension,
    values: [...dimension.values, ...listedValues(dimension, lists)],
  }));
  const groups = lists.written.districtGroups.map((group) => ({ ...group, dimension: 'district' }));
  return { ...subject, dimensions, valueGroups: [...subject.valueGroups, ...groups] };
}

function listedValues({ valuesFrom }: Dimension, { taxonomy, divisions, regions }: Lists): DimensionValue[] {
  switch (valuesFrom) {
    case 'districts':
      return districtValues(divisions);
    case 'streets':
      return streetValues(divisions);
    case 'regions':
      return regionValues(regions);
    case 'categories':
      return categoryValues(taxonomy);
    case 'category_groups':
      return categoryGroupValues(taxonomy);
    case undefined:
      return [];
  }
}

/** What in a model refers to something that is not there, in the order of the file. */
export function problemsOf(model: SemanticModel): string[] {
  const known = new Set(model.subjects.map(({ name }) => name));
  const joins = model.joins.flatMap(({ from, to }) => [from, to].filter((name) => !known.has(name)));
  return [
    ...joins.map((name) => `joins: ${name} is no subject`),
    ...model.subjects.flatMap((subject) => problemsOfSubject(model, subject)),
  ];
}

function problemsOfSubject({ joins }: SemanticModel, subject: Subject): string[] {
  const metrics = subject.metrics.map(({ name }) => name);
  const dimensions = subject.dimensions.map(({ name }) => name);
  const at = `subjects/${subject.name}`;
  const { kindDimension } = subject;
  const unjoined = subject.metrics.flatMap((metric) =>
    metric.kind === 'per_capita' && !joins.some(({ from, to }) => from === subject.name && to === metric.per.subject)
      ? [`${at}/metrics/${metric.name}: no join to ${metric.per.subject}`]
      : [],
  );
  const missing = [subject.defaultMetric, ...subject.overview].filter((name) => !metrics.includes(name));
  return [
    ...repeated([...metrics, ...dimensions]).map((name) => `${at}: ${name} is there twice`),
    ...missing.map((name) => `${at}: ${name} is no metric of it`),
    ...(kindDimension && !dimensions.includes(kindDimension) ? [`${at}: ${kindDimension} is no dimension of it`] : []),
    ...subject.valueGroups.flatMap(({ dimension, values }) => {
      const dictionary = subject.dimensions.find(({ name }) => name === dimension)?.values.map(({ value }) => value);
      if (!dictionary) return [`${at}/valueGroups: ${dimension} is no dimension of it`];
      return values
        .filter((value) => !dictionary.includes(value))
        .map((value) => `${at}/valueGroups/${dimension}: ${value} is not in the dictionary`);
    }),
    ...unjoined,
  ];
}

function repeated(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
