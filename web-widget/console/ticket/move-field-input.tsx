import { Autocomplete, NumberInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { useWords } from '../words/use-words.tsx';
import { ItemAnswers, ItemVerdicts } from './item-inputs.tsx';
import type { MoveDraft, MoveField, OfferedMove } from './move-draft.ts';
import { CoUnitsInput, UnitInput } from './unit-inputs.tsx';
import { useMoveCodes } from './use-ticket.ts';

export interface FieldProps {
  field: MoveField;
  move: OfferedMove;
  ticket: TicketDetail;
  draft: MoveDraft;
  change: (draft: MoveDraft) => void;
}

type Text = 'reason' | 'text' | 'comment';
type Choice = 'pauseCode' | 'returnCode' | 'urgency' | 'category';

/** One field of a move's form; each kind of need has its own input. */
export function MoveFieldInput(props: FieldProps) {
  const { field } = props;
  switch (field) {
    case 'reason':
    case 'text':
    case 'comment':
      return <TextField {...props} field={field} />;
    case 'pauseCode':
    case 'returnCode':
    case 'urgency':
    case 'category':
      return <ChoiceField {...props} field={field} />;
    case 'clause':
      return <ClauseField {...props} />;
    case 'unit':
      return <UnitInput {...props} />;
    case 'coUnits':
      return <CoUnitsInput {...props} />;
    case 'answers':
      return <ItemAnswers {...props} />;
    case 'verdicts':
      return <ItemVerdicts {...props} />;
    case 'workingDays':
      return <DaysField {...props} />;
    case 'into':
      return <IntoField {...props} />;
    case 'satisfaction':
      return <SatisfactionField {...props} />;
  }
}

/** What is asked for in `text` differs by move: a reply is not a note. */
const textNames: Record<string, string> = { reply: 'reply', note: 'note', contact: 'contact' };

function TextField({ field, move, draft, change }: FieldProps & { field: Text }) {
  const words = useWords().handling.fields;
  const label = words[field === 'text' ? (textNames[move.name] ?? 'text') : field];
  return (
    <Textarea
      label={label}
      required={field !== 'comment'}
      autosize
      minRows={field === 'text' ? 4 : 2}
      value={draft[field]}
      onChange={({ currentTarget: { value } }) => change({ ...draft, [field]: value })}
    />
  );
}

function ChoiceField({ field, ticket, draft, change }: FieldProps & { field: Choice }) {
  const words = useWords();
  const codes = useMoveCodes().data;
  const offered: Record<Choice, { value: string; label: string }[]> = {
    pauseCode: (codes?.pauseCodes ?? []).map(({ code, text }) => ({ value: code, label: text })),
    returnCode: (codes?.returnCodes ?? []).map(({ code, text }) => ({ value: code, label: text })),
    urgency: Object.entries(words.urgencies)
      .filter(([code]) => code !== 'U0' && code !== ticket.urgency)
      .map(([code, name]) => ({ value: code, label: `${code} ${name}` })),
    category: (codes?.categories ?? []).map(({ code, name, group }) => ({
      value: code,
      label: `${code} ${group} › ${name}`,
    })),
  };
  return (
    <Select
      label={words.handling.fields[field]}
      placeholder={words.handling.move.choose}
      required
      searchable={field === 'category'}
      data={offered[field]}
      value={draft[field] || null}
      onChange={(value) => change({ ...draft, [field]: value ?? '' })}
    />
  );
}

/** Clauses of the responsibility table for this kind of complaint, the one it was dispatched by first; others are typed. */
function ClauseField({ ticket, draft, change }: FieldProps) {
  const words = useWords().handling;
  const codes = useMoveCodes().data;
  const ofCategory = (codes?.clauses ?? []).filter(({ categories }) => categories.includes(ticket.category.code));
  const dispatched = ticket.draft.dispatch.clause;
  const offered = [...(dispatched ? [dispatched] : []), ...ofCategory.map(({ text }) => text)];
  return (
    <Autocomplete
      label={words.fields.clause}
      description={words.move.clauseHint}
      required
      data={[...new Set(offered)]}
      filter={({ options }) => options}
      value={draft.clause}
      onChange={(clause) => change({ ...draft, clause })}
    />
  );
}

function DaysField({ draft, change }: FieldProps) {
  const words = useWords().handling;
  return (
    <NumberInput
      label={words.fields.workingDays}
      required
      min={1}
      max={365}
      allowDecimal={false}
      value={draft.workingDays ?? ''}
      onChange={(value) => change({ ...draft, workingDays: value === '' ? null : Number(value) })}
    />
  );
}

function IntoField({ draft, change }: FieldProps) {
  const words = useWords().handling;
  return (
    <TextInput
      label={words.fields.into}
      placeholder="20261123-000001"
      required
      value={draft.into}
      onChange={({ currentTarget: { value } }) => change({ ...draft, into: value.trim() })}
    />
  );
}

function SatisfactionField({ draft, change }: FieldProps) {
  const words = useWords().handling;
  return (
    <Radio.Group
      label={words.fields.satisfaction}
      value={draft.satisfaction}
      onChange={(satisfaction) => change({ ...draft, satisfaction })}
    >
      <Stack gap="xs">
        {Object.entries(words.items.satisfactions).map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
