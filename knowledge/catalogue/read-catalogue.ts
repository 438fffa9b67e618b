import path from 'node:path';
import type { Taxonomy } from './complaint-category.ts';
import type { ComplaintExample } from './complaint-example.ts';
import { type DangerMessage, readDangerMessages } from './danger-message.ts';
import type { Divisions } from './division.ts';
import type { Emergencies } from './emergency.ts';
import type { Lexicon } from './lexicon.ts';
import { readComplaintExamples } from './read-complaint-examples.ts';
import { readDivisions } from './read-divisions.ts';
import { readEmergencies } from './read-emergencies.ts';
import { readLexicon } from './read-lexicon.ts';
import { readResponsibilities } from './read-responsibilities.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import type { Responsibility } from './responsibility.ts';
import { type RoutingExample, readRoutingExamples } from './routing-example.ts';

/** What the desk knows beside the matters: complaints, who is responsible, places and words. */
export interface Catalogue {
  taxonomy: Taxonomy;
  responsibilities: Responsibility[];
  divisions: Divisions;
  lexicon: Lexicon;
  emergencies: Emergencies;
  examples: ComplaintExample[];
  routing: RoutingExample[];
  dangers: DangerMessage[];
}

/** Reads every list of the corpus; throws `corpus_invalid` at the first file that does not parse. */
export async function readCatalogue(corpusFolder: string): Promise<Catalogue> {
  const complaints = path.join(corpusFolder, 'complaints');
  const [taxonomy, responsibilities, divisions, lexicon, emergencies, examples, routing, dangers] = await Promise.all([
    readTaxonomy(complaints),
    readResponsibilities(complaints),
    readDivisions(path.join(corpusFolder, 'divisions')),
    readLexicon(path.join(corpusFolder, 'lexicon')),
    readEmergencies(complaints),
    readComplaintExamples(complaints),
    readRoutingExamples(path.join(corpusFolder, 'routing')),
    readDangerMessages(complaints),
  ]);
  return { taxonomy, responsibilities, divisions, lexicon, emergencies, examples, routing, dangers };
}
