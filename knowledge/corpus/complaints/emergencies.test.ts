import { expect, it } from 'vitest';
import { z } from 'zod';
import { readTsvFile } from '../../catalogue/corpus-file.ts';
import { findEmergencies } from '../../catalogue/emergency.ts';
import { readComplaintExamples } from '../../catalogue/read-complaint-examples.ts';
import { readEmergencies } from '../../catalogue/read-emergencies.ts';

const folder = 'knowledge/corpus/complaints';
const emergencies = await readEmergencies(folder);
const messages = await readTsvFile(
  `${folder}/emergency-messages.tsv`,
  z.strictObject({ danger: z.enum(['now', 'none']), text: z.string() }),
);
const alarms = (text: string) => findEmergencies(text, emergencies).map(({ because }) => because);
const textsOf = (danger: 'now' | 'none') => messages.flatMap((one) => (one.danger === danger ? [one.text] : []));

it('hears every authored cry for help', () => {
  expect(textsOf('now').length).toBeGreaterThan(150);
  expect(textsOf('now').filter((text) => alarms(text).length === 0)).toEqual([]);
});

it('gives no alarm for what only sounds like danger: anger, the past, fear of what may come, questions on benefits', () => {
  expect(textsOf('none').length).toBeGreaterThan(150);
  expect(textsOf('none').filter((text) => alarms(text).length > 0)).toEqual([]);
});

it('gives an alarm for a handful of the ordinary complaints, each of them with danger in it', async () => {
  const alarming = (await readComplaintExamples(folder)).filter(({ text }) => alarms(text).length > 0);
  // Gas that is smelt indoors, and slopes that are coming down.
  expect([...new Set(alarming.map(({ label }) => label))].sort()).toEqual(['C03.03', 'C12.09']);
  expect(alarming.length).toBeLessThanOrEqual(5);
});
