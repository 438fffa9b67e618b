import { Document, isMap, isSeq, visit } from 'yaml';
import type { SemanticModel } from '../../knowledge/index.ts';

const heading = ` 数据模型草稿，由程序根据表头和取值推测。请逐项核对：名称、别名、单位、时间列、能否相加、负责单位。
 核对后用 yuwen data model check 检查，再作为数据平台的 model.yaml 使用。`;

/** A drafted model as a file that a person corrects: what is at its default is left out, short lists stand in a line. */
export function writeModel(model: SemanticModel): string {
  const { regions: _regions, divisions: _divisions, ...written } = model;
  const document = new Document(withoutDefaults(written));
  document.commentBefore = heading;
  visit(document, {
    Map(_, node) {
      if (isMap(node) && (node.has('value') || node.items.length <= 4)) node.flow = true;
    },
    Seq(_, node) {
      if (isSeq(node) && node.items.every((item) => !isMap(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Lists that must stand though they are empty. */
const required = new Set(['joins', 'sensitive', 'absent']);

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutDefaults(one));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name, one]) => {
    if (required.has(name)) return true;
    if (Array.isArray(one)) return one.length > 0;
    const isRecord = one !== null && typeof one === 'object';
    if (isRecord && Object.keys(one).length === 0) return false;
    return one !== undefined && one !== false && !(one === null && name !== 'districtColumn');
  });
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutDefaults(one)]));
}
