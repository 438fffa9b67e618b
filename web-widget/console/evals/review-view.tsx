import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ReviewDetail } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { useWords } from '../words/use-words.tsx';
import { SentenceSupport } from './sentence-support.tsx';
import { toShare } from './suite-metrics.ts';

/** What was said and answered, and how it came about. */
export function ReviewView({ item }: { item: ReviewDetail }) {
  const words = useWords().review;
  const { content, sentences } = item;
  const { reply } = content;
  return (
    <>
      <Card title={words.queue.asked}>
        {content.earlier.map(({ said, text }, at) => (
          <Text key={at} className="said quiet" lang="zh-CN">
            {said}
            {text && ` → ${text}`}
          </Text>
        ))}
        <Text className="said" lang="zh-CN" size="lg">
          {content.question}
        </Text>
        {content.said && (
          <Text className="said" mt="xs" lang="zh-CN">
            {words.queue.said}：{content.said}
          </Text>
        )}
      </Card>
      <Card title={words.queue.replied}>
        {reply ? (
          <>
            <Text className="quiet">{words.live.outcomeNames[reply.outcome] ?? reply.outcome}</Text>
            {sentences.length > 0 ? (
              <SentenceSupport sentences={sentences} />
            ) : (
              <Text className="said" lang="zh-CN">
                {reply.text || '—'}
              </Text>
            )}
          </>
        ) : (
          <Text>{words.queue.noReply}</Text>
        )}
        <HowItCame item={item} />
      </Card>
    </>
  );
}

function HowItCame({ item }: { item: ReviewDetail }) {
  const words = useWords().review;
  const { reasons, channel, seen, content } = item;
  const { route, reply, ticket, evalCase, engine, fallback } = content;
  const facts: [string, React.ReactNode][] = [
    [words.queue.reason, reasons.map((reason) => words.queue.reasons[reason] ?? reason).join('、')],
    [words.live.channel, `${words.live.channelNames[channel] ?? channel} · ${words.queue.seen(seen)}`],
  ];
  if (route)
    facts.push([
      words.queue.route,
      `${[route.kind, route.label].filter(Boolean).join(' / ')} · ${words.queue.confidence(toShare(route.confidence))}`,
    ]);
  if (reply?.matter) facts.push([words.live.matter, reply.matter]);
  if (reply?.category) facts.push([words.queue.label, [reply.category, reply.owner].filter(Boolean).join(' · ')]);
  if (engine) facts.push([words.queue.engine, [engine, fallback].filter(Boolean).join(' · ')]);
  if (ticket)
    facts.push([
      words.queue.ticket,
      `${ticket.number} · ${ticket.category} · ${words.queue.unit} ${ticket.unit ?? '—'}`,
    ]);
  if (evalCase)
    facts.push([
      words.queue.evalCase,
      <Anchor
        key="case"
        component={Link}
        to={`/evals/${encodeURIComponent(evalCase.runId)}/cases/${encodeURIComponent(evalCase.caseId)}`}
      >
        {evalCase.suite} · {evalCase.data} · {evalCase.caseId}
      </Anchor>,
    ]);
  if (evalCase?.error) facts.push([words.queue.reasonOfError, evalCase.error]);
  return (
    <details open={evalCase !== null || ticket !== null}>
      <summary>{words.queue.how}</summary>
      <Facts facts={facts} />
    </details>
  );
}
