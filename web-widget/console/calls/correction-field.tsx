import { Select, Textarea, TextInput } from '@mantine/core';
import { useMoveCodes } from '../ticket/use-ticket.ts';
import { useWords } from '../words/use-words.tsx';
import { type CorrectionDraft, inputOf } from './correction-draft.ts';
import type { Target } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** Within the page's main part, where screen readers look for it; what scrolls is the list itself, which the keys move in. */
const inPlace = {
  comboboxProps: { withinPortal: false },
  withScrollArea: false,
  openOnFocus: false,
  classNames: { options: 'choices' },
};

interface Props {
  target: Target;
  draft: CorrectionDraft;
  change: (draft: CorrectionDraft) => void;
}

/** The one input that puts this kind of thing right. */
export function CorrectionField(props: Props) {
  const { target, draft, change } = props;
  const words = useWords();
  const label = words.calls.decide.right;
  switch (inputOf(target.kind)) {
    case 'category':
      return <CategoryInput {...props} />;
    case 'purpose':
      return <ChoiceInput {...props} offered={words.purposes} />;
    case 'urgency':
      return <ChoiceInput {...props} offered={words.urgencies} />;
    case 'items':
      return (
        <Textarea
          label={label}
          description={words.calls.decide.rightItems}
          autosize
          minRows={2}
          value={draft.items}
          onChange={({ currentTarget: { value } }) => change({ ...draft, items: value })}
        />
      );
    case 'long-text':
      return (
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={10}
          value={draft.text}
          onChange={({ currentTarget: { value } }) => change({ ...draft, text: value })}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          value={draft.text}
          onChange={({ currentTarget: { value } }) => change({ ...draft, text: value })}
        />
      );
  }
}

function ChoiceInput({ draft, change, offered }: Props & { offered: Record<string, string> }) {
  const words = useWords().calls.decide;
  return (
    <Select
      label={words.right}
      placeholder={words.choose}
      {...inPlace}
      data={Object.entries(offered).map(([value, name]) => ({
        value,
        label: value === name ? name : `${value} ${name}`,
      }))}
      value={draft.choice || null}
      onChange={(choice) => change({ ...draft, choice: choice ?? '' })}
    />
  );
}

/** The whole taxonomy, what the desk thinks likely first. */
function CategoryInput({ draft, change }: Props) {
  const words = useWords().calls;
  const { fields } = useDeciding().call.state;
  const likely = fields.find(({ name }) => name === 'category')?.alternatives ?? [];
  const all = useMoveCodes().data?.categories ?? [];
  const labelOf = (code: string, name: string) => {
    const found = all.find((category) => category.code === code);
    return found ? `${code} ${found.group} › ${found.name}` : `${code} ${name}`;
  };
  const first = likely.map(({ value, text }) => ({ value, label: labelOf(value, text) }));
  const others = all
    .filter(({ code }) => likely.every(({ value }) => value !== code))
    .map(({ code, name }) => ({ value: code, label: labelOf(code, name) }));
  return (
    <Select
      label={words.decide.right}
      placeholder={words.decide.choose}
      {...inPlace}
      searchable
      data={[
        { group: words.likely, items: first },
        { group: words.others, items: others },
      ].filter(({ items }) => items.length > 0)}
      value={draft.choice || null}
      onChange={(choice) => change({ ...draft, choice: choice ?? '' })}
    />
  );
}
