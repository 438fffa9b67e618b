import { describe, expect, it } from 'vitest';
import { MatterCard, toMatterDocument } from '../../knowledge/index.ts';
import { relevantFields } from './relevant-fields.ts';

const card = MatterCard.parse({
  id: 'boat-licence', title: '游船证一件事', audience: 'personal', summary: '游船证给游船用。', lead: '交通部门',
  conditions: ['游船要通过检验。', '游船主人年满 18 周岁。'], steps: ['到码头申请游船证。', '领取游船证。'],
  faqs: [{ question: '冬天停航要不要交回游船证？', answer: '冬天停航期间不用交回游船证。' }],
  validFrom: '2025-01-01', reviewedAt: '2026-11-23', source: '测试',
}); // biome-ignore format: a small card
const document = toMatterDocument(card);
const found = (question: string) =>
  relevantFields(question, document, { limit: 2, scoreNeeded: 3 }).map(({ path }) => path);

describe('relevantFields', () => {
  it('finds the line that speaks of what is asked', () => {
    expect(found('冬天停航了怎么办')).toEqual(['faqs/0']);
    expect(found('主人要年满多少周岁')).toEqual(['conditions/1']);
  });
  it('finds nothing by the name that every line has', () => expect(found('游船证')).toEqual([]));
  it('finds nothing by one pair alone', () => expect(found('码头在哪')).toEqual([]));
});
