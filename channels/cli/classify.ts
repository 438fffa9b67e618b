import { Command } from 'commander';
import type { TicketDraft } from '../../assistant/index.ts';
import { readableText } from '../http/readable-text.ts';
import { openBareDesk } from './bare-desk.ts';
import { nowOption } from './now-option.ts';
import { print } from './print.ts';

export const classifyCommand = new Command('classify')
  .description('看一条诉求会派成什么工单，不登记。Show what a complaint would become.')
  .argument('<text>', '诉求')
  .option('--json', '输出一行 JSON')
  .addOption(nowOption)
  .action(async (text: string, { json, now }: { json?: boolean; now?: Date }) => {
    const { assistant } = await openBareDesk();
    const classified = toClassifyJson(assistant.classify(readableText(text), now ?? new Date()));
    print(json ? classified : inLines(classified));
  });

function toClassifyJson({
  category,
  alternatives,
  urgency,
  dispatch,
  place,
  purpose,
  title,
  abstained,
  because,
}: TicketDraft) {
  return {
    category: category.code,
    categoryName: `${category.group}／${category.name}`,
    alternatives: alternatives.map(({ category, p }) => ({ category: category.code, name: category.name, p })),
    urgency,
    purpose,
    // Where the place does not say which district, the kind of unit is still known.
    departments: dispatch.lead ? [dispatch.lead, ...dispatch.coUnits] : dispatch.candidates,
    tier: dispatch.tier,
    dispatch: dispatch.outcome,
    clause: dispatch.clause,
    place,
    title,
    because,
    abstained,
  };
}

function inLines(classified: ReturnType<typeof toClassifyJson>): string {
  const { category, categoryName, urgency, purpose, departments, dispatch, place, because, abstained, clause } =
    classified;
  return [
    `类别  ${category} ${categoryName}${abstained ? '（拿不准，转人工确认）' : ''}`,
    `依据  ${because.join('、') || '无明显线索'}`,
    `目的  ${purpose}　紧急程度 ${urgency}`,
    `地点  ${[place.district, place.street, place.detail].filter(Boolean).join('') || '没有说'}`,
    `承办  ${departments.join('、') || '转派单台'}（${dispatch}）${clause ? `：${clause}` : ''}`,
  ].join('\n');
}
