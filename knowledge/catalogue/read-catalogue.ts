import path from 'node:path';
import type { Taxonomy } from './complaint-category.ts';
import type { ComplaintExample } from './complaint-example.ts';
import { type DangerMessage, type DangerWording, readDangerMessages, readDangerWordings } from './danger-message.ts';
import type { Divisions } from './division.ts';
import type { Emergencies } from './emergency.ts';
import { type FacetQuestion, type KnownQuestion, readFacetQuestions, readKnownQuestions } from './known-question.ts';
import type { Lexicon } from './lexicon.ts';
import { readComplaintExamples } from './read-complaint-examples.ts';
import { readDivisions } from './read-divisions.ts';
import { readEmergencies } from './read-emergencies.ts';
import { readLexicon } from './read-lexicon.ts';
import { readResponsibilities } from './read-responsibilities.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import type { Responsibility } from './responsibility.ts';
import { type RoutingExample, readRoutingExamples } from './routing-example.ts';
import { readSafetyAsks, type SafetyAsk } from './safety-ask.ts';
import { readSoundAlikes, readWordSenses, type SoundAlikes, type WordSense } from './word-sense.ts';

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
  dangerWordings: DangerWording[];
  asks: SafetyAsk[];
  /** Questions with the lines that answer them, and the ways of asking for a side of any matter. */
  questions: KnownQuestion[];
  facetQuestions: FacetQuestion[];
  senses: WordSense[];
  soundAlikes: SoundAlikes[];
}

/** Reads every list of the corpus; throws `corpus_invalid` at the first file that does not parse. */
export async function readCatalogue(corpusFolder: string): Promise<Catalogue> {
  const [complaints, routing, lexicon] = ['complaints', 'routing', 'lexicon'].map((name) =>
    path.join(corpusFolder, name),
  ) as [string, string, string];
  const [taxonomy, responsibilities, divisions, emergencies, examples, dangers, asks] = await Promise.all([
    readTaxonomy(complaints),
    readResponsibilities(complaints),
    readDivisions(path.join(corpusFolder, 'divisions')),
    readEmergencies(complaints),
    readComplaintExamples(complaints),
    readDangerMessages(complaints),
    readSafetyAsks(path.join(corpusFolder, 'safety')),
  ]);
  return {
    taxonomy,
    responsibilities,
    divisions,
    emergencies,
    examples,
    dangers,
    dangerWordings: await readDangerWordings(complaints),
    asks,
    lexicon: await readLexicon(lexicon),
    senses: await readWordSenses(lexicon),
    soundAlikes: await readSoundAlikes(lexicon),
    routing: await readRoutingExamples(routing),
    questions: await readKnownQuestions(routing),
    facetQuestions: await readFacetQuestions(routing),
  };
}
