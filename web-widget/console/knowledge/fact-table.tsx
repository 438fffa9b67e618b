import { Anchor, Badge, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { SourceSpan } from '../../../channels/http/card-types.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../words/use-words.tsx';
import { type CardBody, type Fact, factsOf } from './card-body.ts';
import { documentPath } from './paths.ts';
import { sayMaterial } from './say-material.ts';
import { sayWhen } from './say-when.ts';

interface Line {
  path: string;
  text: string;
  fact: Pick<Fact, 'certainty' | 'source' | 'cited' | 'when'>;
}

/** Every statement of a card with how sure it is and where it was read; the source opens at its very place. */
export function FactTable({ body }: { body: CardBody }) {
  const words = useWords().knowledge;
  const materials = body.materials.map((material, at): Line => {
    return { path: `materials/${at}`, text: sayMaterial(material, words.edit), fact: material };
  });
  const facts = factsOf(body).map(([path, fact]): Line => ({ path, text: fact.text, fact }));
  return (
    <PlainTable
      label={words.card.views.facts}
      titles={[words.card.fact, words.certainty, words.card.source]}
      className="fact-table"
    >
      {[...facts.slice(0, 1), ...materials, ...facts.slice(1)].map((line) => (
        <FactRow key={line.path} line={line} body={body} />
      ))}
    </PlainTable>
  );
}

function FactRow({ line: { path, text, fact }, body }: { line: Line; body: CardBody }) {
  const words = useWords().knowledge;
  const when = sayWhen(fact.when, body.questions);
  return (
    <Table.Tr>
      <Table.Td className="long">
        <span className="quiet">{words.sections[path.split('/')[0] ?? '']}</span>
        <div lang="zh-CN">
          {when && <span className="when">【{when}】</span>}
          {text}
        </div>
      </Table.Td>
      <Table.Td>
        <CertaintyMark certainty={fact.certainty} />
      </Table.Td>
      <Table.Td>
        {fact.source ?? (fact.cited ? null : <span className="quiet">{words.card.noSource}</span>)}
        {fact.cited && <SourceLink cited={fact.cited} />}
      </Table.Td>
    </Table.Tr>
  );
}

const colours: Record<Fact['certainty'], string> = { official: 'blue', memory: 'gray', uncertain: 'orange' };

export function CertaintyMark({ certainty }: { certainty: Fact['certainty'] }) {
  const words = useWords().knowledge;
  return (
    <Badge variant="light" radius="sm" color={colours[certainty]} c="var(--mantine-color-text)">
      {words.certainties[certainty]}
    </Badge>
  );
}

/** Opens the document at the words that the statement was read in; beside a form in a tab of its own. */
export function SourceLink({ cited, inNewTab = false }: { cited: SourceSpan; inNewTab?: boolean }) {
  const words = useWords().knowledge.card;
  return (
    <Anchor
      component={Link}
      to={documentPath(cited.docId, cited)}
      className="source-link"
      {...(inNewTab && { target: '_blank' })}
    >
      {words.openSource}
      {cited.page !== null && ` · ${words.page(cited.page)}`}
    </Anchor>
  );
}
