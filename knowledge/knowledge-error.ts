/**
 * Something of the knowledge is broken. `index_missing`: asked of knowledge that was closed; `snapshot_invalid`: a
 * snapshot cannot be read (caught where it is read, and the index built anew). A wrong file of the corpus is
 * `corpus_invalid`, thrown by the catalogue's readers.
 */
export class KnowledgeError extends Error {
  readonly code: 'index_missing' | 'snapshot_invalid';

  constructor(code: KnowledgeError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KnowledgeError';
    this.code = code;
  }
}
