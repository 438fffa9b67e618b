import type { ProtocolError, StoredMessage } from '../../channels/socket/protocol.ts';
import type { Connection } from './connection.ts';
import type { Outbox, Unsent } from './outbox.ts';

// The desk has no such conversation, or not for this secret: what we kept is worthless.
export const conversationUnknown = 'conversation_unknown';
/** The desk wants a pause; it goes on by itself. */
export const tooMany = 'too_many';

// A desk that breaks on one message every time must not keep those behind it waiting for ever.
const brokenAtMost = 5;

/** The line is fine and the desk has spoken: it is asked again after a pause, on the same line. */
export class Waiting extends Error {
  readonly problem: ProtocolError;
  constructor(problem: ProtocolError) {
    super(problem.message);
    this.problem = problem;
  }
}

export interface Sender {
  /** Sends what waits, one after the other and each acknowledged before the next. @throws Waiting, or what the line threw */
  send(): Promise<void>;
  next(): Unsent | undefined;
}

interface Needs {
  outbox: Outbox;
  connection: Pick<Connection, 'send'>;
  taken(message: StoredMessage): void;
}

export function createSender({ outbox, connection, taken }: Needs): Sender {
  const broken = new Map<string, number>();
  const next = () => outbox.all().find(({ refused }) => !refused);

  function refuse({ clientMessageId }: Unsent, problem: ProtocolError): void {
    const { code } = problem;
    if (code === tooMany || code === conversationUnknown) throw new Waiting(problem);
    const times = (broken.get(clientMessageId) ?? 0) + 1;
    broken.set(clientMessageId, times);
    if (code === 'internal' && times < brokenAtMost) throw new Waiting(problem);
    broken.delete(clientMessageId);
    outbox.refuse(clientMessageId, problem);
  }

  return {
    next,
    async send() {
      for (let message = next(); message; message = next()) {
        const { clientMessageId, text } = message;
        const answer = await connection.send({ clientMessageId, text });
        if (answer.ok) taken(answer.value);
        else refuse(message, answer.error);
      }
    },
  };
}
