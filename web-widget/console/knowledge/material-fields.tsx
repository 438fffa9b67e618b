import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { BranchPicker } from './branch-picker.tsx';
import { type Material, type MatterQuestion, materialForms, replaceables } from './card-body.ts';
import { fieldId, type Problems } from './card-problems.ts';
import { CitedPlace } from './cited-place.tsx';
import { CertaintyInput } from './fact-fields.tsx';

interface Props {
  material: Material;
  label: string;
  path: string;
  problems: Problems;
  questions: readonly MatterQuestion[];
  change: (material: Material) => void;
}

/** What has to be brought: its name, in which form, who issues it, when it is needed and when not. */
export function MaterialFields({ material, label, path, problems, questions, change }: Props) {
  const words = useWords().knowledge.edit;
  const set = (fields: Partial<Material>) => change({ ...material, ...fields });
  const text = (field: 'name' | 'issuer' | 'needed' | 'note' | 'source', hint?: string) => (
    <TextInput
      label={words.material[field]}
      aria-label={words.of(words.material[field], label)}
      {...(hint && { placeholder: hint })}
      {...(field === 'name' && { id: fieldId(path) })}
      value={material[field] ?? ''}
      error={problems[`${path}/${field}`]}
      onChange={({ currentTarget: { value } }) =>
        set({ [field]: field === 'name' ? value : value || undefined } as Partial<Material>)
      }
    />
  );
  return (
    <div className="edit-fact">
      <div className="edit-details">
        {text('name')}
        {text('issuer')}
      </div>
      <Checkbox.Group
        label={words.material.forms}
        aria-label={words.of(words.material.forms, label)}
        value={material.forms}
        error={problems[`${path}/forms`]}
        onChange={(forms) => set({ forms: forms as Material['forms'] })}
      >
        <div className="chips">
          {materialForms.map((form) => (
            <Checkbox key={form} value={form} label={words.forms[form]} mih={32} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="edit-details">
        <NativeSelect
          label={words.material.replaceable}
          aria-label={words.of(words.material.replaceable, label)}
          data={replaceables.map((one) => ({ value: one, label: words.replaceables[one] }))}
          value={material.replaceable}
          onChange={({ currentTarget }) => set({ replaceable: currentTarget.value as Material['replaceable'] })}
        />
        <NumberInput
          label={words.material.copies}
          aria-label={words.of(words.material.copies, label)}
          min={1}
          max={99}
          allowDecimal={false}
          hideControls
          value={material.copies ?? ''}
          error={problems[`${path}/copies`]}
          onChange={(copies) => set({ copies: typeof copies === 'number' ? copies : undefined })}
        />
        {text('needed', words.material.neededHint)}
        {text('note')}
        <CertaintyInput label={label} value={material.certainty} change={(certainty) => set({ certainty })} />
        {text('source', words.sourceHint)}
      </div>
      <CitedPlace cited={material.cited} drop={() => set({ cited: undefined })} />
      <BranchPicker label={label} when={material.when} questions={questions} change={(when) => set({ when })} />
    </div>
  );
}
