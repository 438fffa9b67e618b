import { expect, it } from 'vitest';
import { isNodeNewEnough } from './check-node.mjs';

it('accepts Node.js 20.19 and everything newer', () => {
  expect(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v26.1.0'].filter(isNodeNewEnough)).toHaveLength(4);
  expect(['v20.18.9', 'v18.20.0', 'v9.0.0'].filter(isNodeNewEnough)).toEqual([]);
});
