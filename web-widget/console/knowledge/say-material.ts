import type { Material } from './card-body.ts';

interface Names {
  forms: Record<Material['forms'][number], string>;
  replaceables: Record<Material['replaceable'], string>;
  copiesOf: (copies: number) => string;
  issuedBy: (issuer: string) => string;
  neededWhen: (needed: string) => string;
}

/** A material in one line, as the citizen's document has it: `居民身份证（原件或电子证照；公安机关出具）`. */
export function sayMaterial(material: Material, names: Names): string {
  const details = [
    material.forms.map((form) => names.forms[form]).join('或'),
    material.copies && names.copiesOf(material.copies),
    material.issuer && names.issuedBy(material.issuer),
    material.needed && names.neededWhen(material.needed),
    material.replaceable !== 'no' && names.replaceables[material.replaceable],
    material.note,
  ].filter(Boolean);
  return `${material.name || '—'}（${details.join('；')}）`;
}
