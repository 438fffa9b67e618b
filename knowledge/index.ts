export { type ColumnConcept, type ColumnWords, readColumnWords } from './catalogue/column-words.ts';
export type { ComplaintCategory, ComplaintGroup, Taxonomy, Tier, Urgency } from './catalogue/complaint-category.ts';
export { tiers, urgencies } from './catalogue/complaint-category.ts';
export { type ComplaintExample, type Purpose, purposes } from './catalogue/complaint-example.ts';
export {
  type District,
  type Divisions,
  districtsOn,
  isValidOn,
  type SpokenPlace,
  type Town,
  type TownCommunities,
} from './catalogue/division.ts';
export { type Emergencies, type Emergency, type EmergencyFound, findEmergencies } from './catalogue/emergency.ts';
export { type AppliesWhen, type Certainty, certainties, type Fact, SourceSpan } from './catalogue/fact.ts';
export type { FacetQuestion, KnownQuestion } from './catalogue/known-question.ts';
export type { DialectWord, EverydayWord, Lexicon } from './catalogue/lexicon.ts';
export { type Facet, facets, type Material, MatterCard, type MatterQuestion } from './catalogue/matter-card.ts';
export {
  docIdOf,
  type Field,
  type MatterDocument,
  materialLine,
  toMatterDocument,
} from './catalogue/matter-document.ts';
export { type Catalogue, readCatalogue } from './catalogue/read-catalogue.ts';
export { readComplaintExamples } from './catalogue/read-complaint-examples.ts';
export { readDivisions } from './catalogue/read-divisions.ts';
export { readEmergencies } from './catalogue/read-emergencies.ts';
export { readLexicon } from './catalogue/read-lexicon.ts';
export { CorpusInvalid, matterInForce, readMatters } from './catalogue/read-matters.ts';
export { readResponsibilities } from './catalogue/read-responsibilities.ts';
export { readSemanticModel } from './catalogue/read-semantic-model.ts';
export { categoryOf, readTaxonomy } from './catalogue/read-taxonomy.ts';
export type { Responsibility } from './catalogue/responsibility.ts';
export type { RoutingExample } from './catalogue/routing-example.ts';
export type {
  Condition,
  Dimension,
  DimensionValue,
  ListColumn,
  Measure,
  Metric,
  Region,
  Rollup,
  SemanticModel,
  SemanticModelFile,
  Subject,
} from './catalogue/semantic-model.ts';
export type { SoundAlikes, WordSense } from './catalogue/word-sense.ts';
export { type DraftedMatter, draftMatters } from './drafting/draft-matters.ts';
export { createDocumentStore, type DocumentStore, type KeptDocument, removeKept } from './ingest/document-store.ts';
export { IngestError, type IngestErrorCode } from './ingest/ingest-error.ts';
export { readDocuments, readWholeDocuments, toDocument, type WrittenDocument } from './ingest/read-documents.ts';
export { createDocumentReader, type DocumentReaderOptions } from './ingest/readers/create-document-reader.ts';
export type { ReadFile } from './ingest/readers/create-file-reader.ts';
export { type FileKind, kindOfFile, mostBytesOf } from './ingest/readers/file-kinds.ts';
export { type DescribedSource, describeSource } from './ingest/to-stored-text.ts';
export { KnowledgeError } from './knowledge-error.ts';
export { narrowKnowledge } from './narrow-knowledge.ts';
export {
  type AssembleKnowledgeOptions,
  arrangeKnowledge,
  assembleKnowledge,
  type Knowledge,
  type KnowledgeParts,
  type OpenKnowledgeOptions,
  openKnowledge,
} from './open-knowledge.ts';
export { type OpenMatterSearchOptions, openMatterSearch } from './open-matter-search.ts';
export { createBuildBeside } from './search/build-index-beside.ts';
export { type BuiltInEmbedder, createBuiltInEmbedder } from './search/built-in-embedder.ts';
export type { Embedder } from './search/embedder.ts';
export { createLexicalIndex, type LexicalIndex, readLexicalIndex } from './search/lexical-index.ts';
export { type LexicalDocument, lexicalFields, lexicalSettings } from './search/lexical-settings.ts';
export { type OpenSearchOptions, openSearch, type PassageSearch } from './search/open-search.ts';
export type { Document, Passage, Search, SearchHit } from './search/passage.ts';
export { chongqingDay } from './search/passages-in-force.ts';
export { segment } from './search/segment.ts';
export { openSnapshot } from './search/snapshot.ts';
export { weighQuery } from './search/weigh-query.ts';
