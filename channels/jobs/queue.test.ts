import { describe } from 'vitest';
import { itBehavesLikeAQueue } from '../testing/queue-contract.ts';
import { openInProcessQueue } from './queue.ts';

describe('the queue in this process', () => itBehavesLikeAQueue(openInProcessQueue));
