import { describe, expect, it } from 'vitest';
import type { Acknowledged, OpenedConversation, StoredMessage } from '../../channels/socket/protocol.ts';
import type { Connection, ConnectionListener } from './connection.ts';
import { Conversation, repliesOwed } from './conversation.ts';
import { type Kept, memoryStorage } from './kept.ts';

function memoryKept(storage = memoryStorage()): Kept {
  return {
    isLasting: true,
    keys: (beginning) => storage.names(beginning),
    read: (key) => JSON.parse(storage.getItem(key) ?? 'null'),
    write: (key, value) => storage.setItem(key, JSON.stringify(value)),
    remove: (key) => storage.removeItem(key),
    onChange: () => {},
    alone: (work) => work(),
  };
}

const stored = (sequence: number, fields: Partial<StoredMessage> = {}): StoredMessage => ({
  id: `m${sequence}`,
  sequence,
  role: 'citizen',
  clientMessageId: null,
  answersMessageId: fields.role === 'desk' ? `m${sequence - 1}` : null,
  text: `message ${sequence}`,
  reply: null,
  at: '2026-11-23T02:00:00Z',
  ...fields,
});

type Calls = { [Call in keyof Connection]: Parameters<Connection[Call]>[0][] };

/** A desk whose answers the test gives; a call it did not expect fails loudly. */
function scripted(answers: Partial<Connection>, kept = memoryKept()) {
  const calls: Calls = { open: [], send: [], rate: [], renew: [] };
  const later: (() => void)[] = [];
  let listener!: ConnectionListener;
  let ids = 0;
  const call = <Name extends keyof Connection>(name: Name) =>
    ((given: never) => {
      calls[name].push(given);
      const answer = answers[name];
      if (!answer) throw new Error(`unscripted call: ${name}`);
      return (answer as (given: never) => unknown)(given);
    }) as Connection[Name];
  const conversation = new Conversation({
    kept,
    newId: () => `c${++ids}`,
    now: () => new Date('2026-11-23T02:00:00Z'),
    later: (work) => later.push(work),
    changed: () => {},
    connect(given) {
      listener = given;
      return {
        open: call('open'),
        send: call('send'),
        rate: call('rate'),
        renew: () => void calls.renew.push(undefined),
      };
    },
  });
  return { conversation, calls, later, listener, kept };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const begun = (messages: StoredMessage[] = []): Acknowledged<OpenedConversation> => ({
  ok: true,
  value: { conversationId: 'k', secret: 's', messages },
});
const unknown = { ok: false, error: { code: 'conversation_unknown', message: 'gone' } } as const;

describe('a conversation', () => {
  it('begins at the desk only with the first message', async () => {
    const { conversation, calls, listener, kept } = scripted({
      open: async () => begun(),
      send: async ({ clientMessageId, text }) => ({ ok: true, value: stored(1, { clientMessageId, text }) }),
    });
    listener.connected();
    await settled();
    expect(calls.open).toEqual([]);
    conversation.send('hello');
    await settled();
    expect(calls.open).toEqual([{}]);
    expect(kept.read('conversation')).toEqual({ conversationId: 'k', secret: 's' });
    expect(conversation.state).toMatchObject({ unsent: [], messages: [{ text: 'hello' }] });
  });

  it('keeps what is written while offline and sends it, in order, once connected', async () => {
    const sent: string[] = [];
    const { conversation, listener } = scripted({
      open: async () => begun(),
      send: async ({ clientMessageId, text }) => {
        sent.push(text);
        return { ok: true, value: stored(sent.length, { clientMessageId, text }) };
      },
    });
    conversation.send('one');
    conversation.send('two');
    await settled();
    expect(conversation.state.unsent.map(({ text }) => text)).toEqual(['one', 'two']);
    listener.connected();
    await settled();
    expect(sent).toEqual(['one', 'two']);
    expect(conversation.state.unsent).toEqual([]);
  });

  it('sends again under the same id when no acknowledgement came', async () => {
    let lost = true;
    const { conversation, calls, listener, later } = scripted({
      open: async () => begun(),
      send: async ({ clientMessageId, text }) => {
        if (lost) throw new Error('timeout');
        return { ok: true, value: stored(1, { clientMessageId, text }) };
      },
    });
    listener.connected();
    conversation.send('hello');
    await settled();
    lost = false;
    later.shift()?.();
    await settled();
    expect(calls.send.map(({ clientMessageId }) => clientMessageId)).toEqual(['c1', 'c1']);
    expect(conversation.state.messages).toHaveLength(1);
  });

  it('survives a reload: a new page sends what the old one could not', async () => {
    const storage = memoryStorage();
    scripted({}, memoryKept(storage)).conversation.send('before the reload');
    const { conversation, calls, listener } = scripted(
      {
        open: async () => begun(),
        send: async ({ clientMessageId, text }) => ({ ok: true, value: stored(1, { clientMessageId, text }) }),
      },
      memoryKept(storage),
    );
    expect(conversation.state.unsent).toMatchObject([{ text: 'before the reload' }]);
    listener.connected();
    await settled();
    expect(calls.send).toEqual([{ clientMessageId: 'c1', text: 'before the reload' }]);
  });

  it('asks after a cut only for what it has not seen', async () => {
    const kept = memoryKept();
    kept.write('conversation', { conversationId: 'k', secret: 's' });
    const replies = [begun([stored(1)]), begun([stored(2, { role: 'desk' })])];
    const { conversation, calls, listener } = scripted({ open: async () => replies.shift()! }, kept);
    listener.connected();
    await settled();
    listener.disconnected();
    listener.connected();
    await settled();
    expect(calls.open.map(({ afterSequence }) => afterSequence)).toEqual([0, 1]);
    expect(conversation.state.messages.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('takes a message told twice for one', async () => {
    const { conversation, listener } = scripted({});
    listener.stored(stored(1));
    listener.stored(stored(1));
    expect(conversation.state.messages).toHaveLength(1);
  });

  it('begins anew when the desk no longer knows the conversation, and still sends what waits', async () => {
    const kept = memoryKept();
    kept.write('conversation', { conversationId: 'old', secret: 'old' });
    const { conversation, calls, listener } = scripted(
      {
        open: async ({ conversationId }) => (conversationId ? unknown : begun()),
        send: async ({ clientMessageId, text }) => ({ ok: true, value: stored(1, { clientMessageId, text }) }),
      },
      kept,
    );
    conversation.send('hello');
    listener.connected();
    await settled();
    expect(calls.open).toEqual([{ conversationId: 'old', secret: 'old', afterSequence: 0 }, {}]);
    expect(conversation.state).toMatchObject({ messages: [{ text: 'hello' }], problem: unknown.error });
    listener.stored(stored(2, { role: 'desk' }));
    expect(conversation.state.problem).toBeNull();
  });

  it('shows a refused message with its reason and sends it again only when told to', async () => {
    const refusal = { code: 'message_too_long', message: 'too long' };
    const { conversation, calls, listener } = scripted({
      open: async () => begun(),
      send: async () => ({ ok: false, error: refusal }),
    });
    listener.connected();
    conversation.send('x'.repeat(9));
    await settled();
    expect(conversation.state.unsent).toMatchObject([{ refused: refusal }]);
    expect(calls.send).toHaveLength(1);
    conversation.retry('c1');
    await settled();
    expect(calls.send).toHaveLength(2);
    conversation.discard('c1');
    expect(conversation.state.unsent).toEqual([]);
  });

  it('joins the pieces of a reply under way and drops them when the reply is stored', () => {
    const { conversation, listener } = scripted({});
    listener.stored(stored(1));
    listener.delta({ answersMessageId: 'm1', text: '要带' });
    listener.delta({ answersMessageId: 'm1', text: '身份证' });
    expect(conversation.state.underway).toMatchObject({ text: '要带身份证' });
    listener.stored(stored(2, { role: 'desk' }));
    listener.delta({ answersMessageId: 'm1', text: 'late' });
    expect(conversation.state.underway).toBeNull();
  });

  it('still waits for its reply when the desk has said something else meanwhile', () => {
    const { conversation, listener } = scripted({});
    listener.stored(stored(1));
    listener.stored(stored(2, { role: 'desk', answersMessageId: null }));
    expect(repliesOwed(conversation.state.messages)).toBe(1);
    listener.stored(stored(3, { role: 'desk', answersMessageId: 'm1' }));
    expect(repliesOwed(conversation.state.messages)).toBe(0);
  });

  it('takes a thumb back when the desk did not get it', async () => {
    const { conversation } = scripted({
      rate: async () => {
        throw new Error('timeout');
      },
    });
    await conversation.rate({ messageId: 'm2', good: true });
    expect(conversation.state.ratings).toEqual({});
  });

  it('waits as long as the desk asks, and then goes on by itself with the same message', async () => {
    const answers = [{ ok: false as const, error: { code: 'too_many', message: 'slower', retryAfterSeconds: 7 } }];
    const { conversation, calls, later, listener } = scripted({
      open: async () => begun(),
      send: async ({ clientMessageId, text }) =>
        answers.shift() ?? { ok: true, value: stored(1, { clientMessageId, text }) },
    });
    listener.connected();
    conversation.send('hello');
    await settled();
    expect(conversation.state).toMatchObject({ unsent: [{ text: 'hello' }], problem: { code: 'too_many' } });
    later.shift()?.();
    await settled();
    expect(calls.send.map(({ clientMessageId }) => clientMessageId)).toEqual(['c1', 'c1']);
    expect(conversation.state).toMatchObject({ unsent: [], problem: null });
    expect(calls.renew).toEqual([]);
  });

  it('tries a message that the desk breaks on five times, and goes on with the next', async () => {
    const broken = { ok: false as const, error: { code: 'internal', message: 'broken' } };
    const { conversation, calls, later, listener } = scripted({
      open: async () => begun(),
      send: async ({ clientMessageId, text }) =>
        text === 'bad' ? broken : { ok: true, value: stored(1, { clientMessageId, text }) },
    });
    listener.connected();
    conversation.send('bad');
    conversation.send('good');
    await settled();
    while (conversation.state.messages.length === 0) {
      later.shift()?.();
      await settled();
    }
    expect(calls.send.map(({ text }) => text)).toEqual(['bad', 'bad', 'bad', 'bad', 'bad', 'good']);
    expect(conversation.state.unsent).toMatchObject([{ text: 'bad', refused: { code: 'internal' } }]);
  });

  it('asks again for what was announced past it', async () => {
    const { calls, listener, kept } = scripted({ open: async () => begun([stored(1)]) });
    kept.write('conversation', { conversationId: 'k', secret: 's' });
    listener.connected();
    await settled();
    listener.stored(stored(4));
    listener.disconnected();
    listener.connected();
    await settled();
    expect(calls.open.map(({ afterSequence }) => afterSequence)).toEqual([0, 1]);
  });

  it('takes another line when no acknowledgement came on this one', async () => {
    const { conversation, calls, listener } = scripted({
      open: async () => begun(),
      send: () => Promise.reject(new Error('timeout')),
    });
    listener.connected();
    conversation.send('hello');
    await settled();
    expect(calls.renew).toHaveLength(1);
    expect(conversation.state.unsent).toMatchObject([{ text: 'hello' }]);
  });

  it('does not leave a conversation in which something still waits', () => {
    const { conversation, kept } = scripted({});
    kept.write('conversation', { conversationId: 'k', secret: 's' });
    conversation.send('hello');
    conversation.startAnew();
    expect(kept.read('conversation')).not.toBeNull();
  });

  it('knows the conversation for what is put beside its messages, and begins it when there is none', async () => {
    const { conversation, calls } = scripted({ open: async () => begun() });
    const known = { conversationId: 'k', secret: 's' };
    expect(await conversation.known()).toEqual(known);
    expect(await conversation.known()).toEqual(known);
    expect(calls.open).toEqual([{}]);
  });
});
