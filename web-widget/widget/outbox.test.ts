import { expect, it } from 'vitest';
import { createDraft } from './draft.ts';
import { type Kept, layered, memoryStorage } from './kept.ts';
import { createOutbox } from './outbox.ts';

function keptIn(storage: ReturnType<typeof layered>): Kept {
  return {
    get isLasting() {
      return storage.isLasting();
    },
    read: (key) => JSON.parse(storage.getItem(key) ?? 'null'),
    write: (key, value) => storage.setItem(key, JSON.stringify(value)),
    remove: (key) => storage.removeItem(key),
    keys: (beginning) => storage.names(beginning),
    onChange: () => {},
    alone: (work) => work(),
  };
}

/** A browser's storage; `full` refuses what is new. */
function browser(): globalThis.Storage & { full: boolean } {
  const values = memoryStorage();
  const storage = {
    full: false,
    getItem: values.getItem,
    removeItem(key: string) {
      values.removeItem(key);
      delete (storage as Record<string, unknown>)[key];
    },
    setItem(key: string, value: string) {
      if (storage.full) throw new DOMException('full', 'QuotaExceededError');
      values.setItem(key, value);
      Object.assign(storage, { [key]: value });
    },
  };
  return storage as never;
}

const message = (id: string, at = '2026-11-23T02:00:00Z') => ({ clientMessageId: id, text: id, at });
const ids = (kept: Kept) =>
  createOutbox(kept)
    .all()
    .map(({ clientMessageId }) => clientMessageId);

it('keeps what two tabs write at the same moment', () => {
  const kept = keptIn(layered(null));
  const [one, other] = [createOutbox(kept), createOutbox(kept)];
  one.add(message('a1'));
  other.add(message('b1'));
  one.add(message('a2'));
  one.remove('a1');
  expect(ids(kept)).toEqual(['b1', 'a2']);
});

it('keeps the order of writing when the clock is set back', () => {
  const kept = keptIn(layered(null));
  const outbox = createOutbox(kept);
  outbox.add(message('first', '2026-11-23T02:00:00Z'));
  outbox.add(message('second', '2020-01-01T00:00:00Z'));
  createOutbox(kept).add(message('third, after a reload', '1999-01-01T00:00:00Z'));
  expect(ids(kept)).toEqual(['first', 'second', 'third, after a reload']);
});

it('goes on in memory when the storage is full, and says so', () => {
  const storage = browser();
  const kept = keptIn(layered(storage));
  const outbox = createOutbox(kept);
  outbox.add(message('kept'));
  expect(kept.isLasting).toBe(true);
  storage.full = true;
  outbox.add(message('in memory'));
  expect(ids(kept)).toEqual(['kept', 'in memory']);
  expect(kept.isLasting).toBe(false);
  outbox.remove('in memory');
  expect([ids(kept), kept.isLasting]).toEqual([['kept'], true]);
});

it('works from memory alone where the browser forbids keeping anything', () => {
  const kept = keptIn(layered(null));
  createOutbox(kept).add(message('a'));
  expect([ids(kept), kept.isLasting]).toEqual([['a'], false]);
});

it('gives each tab its own half-typed words, and those of a closed browser to the next', () => {
  const kept = keptIn(layered(null));
  const [one, other] = [createDraft(kept, browser()), createDraft(kept, browser())];
  one.write('楼下太吵');
  other.write('上户口');
  other.write('');
  expect(one.read()).toBe('楼下太吵');
  one.write('楼下太吵了');
  expect(createDraft(kept, browser()).read()).toBe('楼下太吵了');
  one.write('');
  expect(createDraft(kept, browser()).read()).toBe('');
});
