import { describe } from 'vitest';
import { itBehavesLikeAVectorIndex } from '../testing/vector-index-contract.ts';
import { createExactVectorIndex } from './exact-vector-index.ts';

describe('the exact index', () => itBehavesLikeAVectorIndex(async (table) => createExactVectorIndex(table)));
