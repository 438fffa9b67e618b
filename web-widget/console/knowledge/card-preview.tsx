import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import { type CardBody, type Fact, factLists, type Material, type MatterQuestion } from './card-body.ts';
import { sayMaterial } from './say-material.ts';
import { sayWhen } from './say-when.ts';

/** The card as citizens are told it, with what holds only in a situation marked so, and how sure each line is. */
export function CardPreview({ body }: { body: CardBody }) {
  const words = useWords().knowledge;
  const { questions } = body;
  return (
    <article className="card-preview" lang="zh-CN" aria-label={words.preview}>
      <Title order={3} size="h4">
        {body.title || words.untitled}
      </Title>
      <FactLine fact={body.summary} questions={[]} />
      <Text size="sm" c="dimmed">
        {words.edit.fields.lead}：{body.lead || '—'}
        {body.participants.length > 0 && `；${words.edit.fields.participants}：${body.participants.join('、')}`}
      </Text>
      <QuestionSection questions={questions} />
      <Section title={words.sections.materials} empty={body.materials.length === 0}>
        {body.materials.map((material, at) => (
          <MaterialLine key={at} material={material} questions={questions} />
        ))}
      </Section>
      {factLists.map((list) => (
        <Section key={list} title={words.sections[list]} empty={body[list].length === 0}>
          {body[list].map((fact, at) => (
            <li key={at}>
              <FactLine fact={fact} questions={questions} />
            </li>
          ))}
        </Section>
      ))}
      <Section title={words.sections.faqs} empty={body.faqs.length === 0}>
        {body.faqs.map(({ question, answer }, at) => (
          <li key={at}>
            <strong>{question}</strong>
            <FactLine fact={answer} questions={[]} />
          </li>
        ))}
      </Section>
    </article>
  );
}

function Section({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  if (empty) return null;
  return (
    <section>
      <Title order={4} size="h5">
        {title}
      </Title>
      <ul>{children}</ul>
    </section>
  );
}

function QuestionSection({ questions }: { questions: readonly MatterQuestion[] }) {
  const words = useWords().knowledge;
  return (
    <Section title={words.sections.questions} empty={questions.length === 0}>
      {questions.map(({ id, ask, options }) => (
        <li key={id}>
          {ask}（{options.map(({ label }) => label).join('／')}）
          <ul>
            {options.map(({ id, label, effect }) =>
              effect ? (
                <li key={id}>
                  {label}：<FactLine fact={effect} questions={[]} />
                </li>
              ) : null,
            )}
          </ul>
        </li>
      ))}
    </Section>
  );
}

function FactLine({ fact, questions }: { fact: Fact; questions: readonly MatterQuestion[] }) {
  const words = useWords().knowledge;
  const when = sayWhen(fact.when, questions);
  return (
    <div className="fact-line">
      {when && <span className="when">【{when}】</span>}
      {fact.text || '—'}
      {fact.certainty === 'uncertain' && <span className="hedge">（{words.hedge}）</span>}
    </div>
  );
}

function MaterialLine({ material, questions }: { material: Material; questions: readonly MatterQuestion[] }) {
  const words = useWords().knowledge;
  const when = sayWhen(material.when, questions);
  return (
    <li>
      {when && <span className="when">【{when}】</span>}
      {sayMaterial(material, words.edit)}
      {material.certainty === 'uncertain' && <span className="hedge">（{words.hedge}）</span>}
    </li>
  );
}
