import type { card as Chinese } from './zh-card.ts';

export const card: typeof Chinese = {
  name: 'Checklist',
  open: (title) => `Open the checklist of 《${title}》`,
  loading: 'Opening the checklist…',
  failed: 'The checklist cannot be opened now. Try again later, or call 12345 and ask which papers to bring.',
  newer: (from) => `This version is out of date. New rules hold from ${from}: please ask again.`,
  situation: 'Your situation',
  situationChosen: (chosen) =>
    chosen > 0 ? `Your situation (${chosen} chosen)` : 'Say your situation for a shorter list',
  situationHint: 'Tap what fits you, and the list keeps only what you need; tap again to undo.',
  materials: 'Papers to bring',
  ticked: (ticked, of) => `${ticked} of ${of} ready`,
  uncertain: ' (the current guide of Yukuaiban decides)',
  steps: 'Steps',
  limits: 'Time limits',
  fees: 'Fees',
  places: 'Where to go',
  origin: (from) =>
    `From Yuwen's card of this matter, version of ${from}. Prepared by AI, for reference only; the current guide and the service window decide.`,
  print: 'Print',
  printed: 'The checklist for printing',
  savePage: 'Save (to print)',
  saveText: 'Save as text',
  share: 'Share',
};
