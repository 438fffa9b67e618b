import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { CardDetail, CardVersionSummary } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../words/use-words.tsx';
import { cardPath, documentPath, versionPath } from './paths.ts';

/** Every version with its days and its hands, and what happened to the card, the newest first. */
export function CardHistory({ card }: { card: CardDetail }) {
  const words = useWords().knowledge.card;
  return (
    <>
      <Card title={words.history}>
        <PlainTable
          label={words.history}
          titles={[words.version, words.status, words.validDays, words.by, words.note]}
          className="rows"
        >
          {card.versions.map((version) => (
            <VersionRow key={version.version} version={version} />
          ))}
        </PlainTable>
      </Card>
      {card.events.length > 0 && (
        <Card title={words.event}>
          <ol className="card-events">
            {card.events.map(({ at, actor, action, version, note }, index) => (
              <li key={index}>
                <Moment at={at} /> {actor}：{words.events[action]}
                {words.versionOf(version)}
                {note && <span className="quiet"> {note}</span>}
              </li>
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}

function VersionRow({ version }: { version: CardVersionSummary }) {
  const { card: words, states } = useWords().knowledge;
  const { cardId, validFrom, validTo, state, sourceDocument, reviewedBy, reason, note } = version;
  const path =
    state === 'draft' ? versionPath(cardId, version.version) : `${cardPath(cardId)}?version=${version.version}`;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor component={Link} to={path}>
          {words.versionOf(version.version)}
        </Anchor>
      </Table.Th>
      <Table.Td>{states[state]}</Table.Td>
      <Table.Td>{words.days(validFrom, validTo)}</Table.Td>
      <Table.Td>
        {version.origin === 'authored' ? words.authored : (version.publishedBy ?? version.changedBy ?? '—')}
        {reviewedBy && <div className="quiet">{words.reviewedBy(reviewedBy)}</div>}
        {version.publishedAt && (
          <div className="quiet">
            <Moment at={version.publishedAt} />
          </div>
        )}
      </Table.Td>
      <Table.Td>
        {[note, reason].filter(Boolean).join('；') || '—'}
        {sourceDocument && (
          <div>
            <Anchor component={Link} to={documentPath(sourceDocument)}>
              {words.fromDocument}
            </Anchor>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
