import { chongqingDay, type Knowledge, openSnapshot } from '../../knowledge/index.ts';
import { type LearntEngines, learnEngines } from '../create-assistant.ts';
import { type CategoryLesson, readTakenLessons } from '../tickets/category-lessons.ts';
import { createMemory } from './memory.ts';
import { programDigest } from './program-digest.ts';

export interface OpenLearntEnginesNeeds {
  knowledge: Knowledge;
  now: Date;
  /** Where what was learnt is kept; without a file it is learnt at every start. */
  file?: string | undefined;
  /** Where the lessons are kept that were taken beside the built-in ones. */
  lessonsFile?: string | undefined;
  notice?: ((text: string) => void) | undefined;
}

/**
 * The built-in engines, from the file when it was written by this program from this corpus, else learnt anew and kept
 * for the next start. A file that is damaged or out of date is told of and replaced; the engines are the same either way.
 */
export async function openLearntEngines({
  knowledge,
  now,
  file,
  lessonsFile,
  notice = () => {},
}: OpenLearntEnginesNeeds): Promise<LearntEngines> {
  const lessons = (lessonsFile && (await readTakenLessons(lessonsFile, notice))?.lessons) || [];
  let learnt: LearntEngines | undefined;
  const sections = await openSnapshot({
    file,
    notice,
    title: '学习快照',
    inputs: inputsOf(knowledge, now, lessons),
    build: async () => {
      const memory = createMemory();
      learnt = learnEngines(knowledge, now, memory, lessons);
      return memory.toSections();
    },
  });
  return learnt ?? learnEngines(knowledge, now, createMemory(sections), lessons);
}

/** All that is learnt from: texts and settings of the corpus, the cards in force, and the code that reads them. */
function inputsOf({ catalogue, matters }: Knowledge, now: Date, lessons: readonly CategoryLesson[]): string {
  return JSON.stringify([programDigest(), process.version, catalogue, matters.inForce(chongqingDay(now)), lessons]);
}
