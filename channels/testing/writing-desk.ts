import { openRecord } from '../store/open-record.ts';

// A desk that writes rows one after the other and says the number of each once it is committed, until it is killed.
const dataFolder = process.argv[3];
if (!dataFolder) throw new Error('Name a data folder.');
const { db } = await openRecord({ dataFolder, notice: () => {} });
for (let number = 1; ; number++) {
  const row = { at: new Date(), actor: 'desk', action: 'write', subject: String(number), detail: '{}' };
  await db.insertInto('audit').values(row).execute();
  process.stdout.write(`${number}\n`);
}
