import type { ProgressState } from '../progress/progress-view.ts';
import { judge, lookUp, ProgressRefused, type TicketKey } from '../progress/read-ticket.ts';

export interface TicketProgresses {
  /** Ticket number → what is known of its progress and what its reporter has chosen so far. */
  readonly of: Readonly<Record<string, ProgressState>>;
  look(key: TicketKey): Promise<void>;
  write(number: string, fields: Partial<ProgressState>): void;
  judge(number: string): Promise<void>;
}

const untouched = (key: TicketKey): ProgressState => ({
  key, ticket: null, busy: false, problem: null, large: false, verdicts: {}, satisfaction: null, comment: '', told: false,
  asked: false, photographs: [],
}); // biome-ignore format: a ticket not yet looked at

/** The cards' progress, by the same calls as the progress page; `changed` is told after every step. */
export function createTicketProgresses(
  server: string,
  unreachable: () => string,
  changed: () => void,
): TicketProgresses {
  const of: Record<string, ProgressState> = {};
  const write = (number: string, fields: Partial<ProgressState>) => {
    const before = of[number];
    if (!before) return;
    of[number] = { ...before, ...fields };
    changed();
  };
  /** What was chosen stays when the desk refuses or is out of reach. */
  const ask = async (number: string, question: () => ReturnType<typeof lookUp>): Promise<boolean> => {
    write(number, { busy: true, problem: null, told: false });
    try {
      write(number, { ticket: await question(), busy: false });
      return true;
    } catch (error) {
      const said = error instanceof ProgressRefused ? error.said : null;
      write(number, { busy: false, problem: said ?? unreachable() });
      return false;
    }
  };
  return {
    of,
    write,
    async look(key) {
      of[key.number] ??= untouched(key);
      await ask(key.number, () => lookUp(key, server));
    },
    async judge(number) {
      const state = of[number];
      if (!state) return;
      const verdicts = Object.entries(state.verdicts).map(([item, verdict]) => ({ item: Number(item), verdict }));
      if (verdicts.length === 0) return write(number, { asked: true });
      const judgement = { verdicts, satisfaction: state.satisfaction, comment: state.comment.trim() || null };
      if (await ask(number, () => judge(state.key, judgement, server)))
        write(number, { told: true, verdicts: {}, satisfaction: null, comment: '', asked: false, photographs: [] });
    },
  };
}
