import { describe } from 'vitest';
import { createExactVectorIndex } from './exact-vector-index.ts';
import { itBehavesLikeAVectorIndex } from './vector-index.contract.ts';

describe('the exact index', () => itBehavesLikeAVectorIndex(async (table) => createExactVectorIndex(table)));
