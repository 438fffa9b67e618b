import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { SentenceSupport as Sentence } from '../../../channels/http/eval-schemas.ts';
import { useWords } from '../words/use-words.tsx';

/** Each sentence with whether it follows from what it cites, and the cited spans themselves. */
export function SentenceSupport({ sentences }: { sentences: readonly Sentence[] }) {
  const words = useWords().review.case;
  const nameOf = (supported: boolean | null) =>
    supported === null ? words.nothingClaimed : supported ? words.supported : words.unsupported;
  return (
    <ul className="supports" lang="zh-CN">
      {sentences.map(({ text, supported, citations }, at) => (
        <li key={at} className={supported === null ? undefined : supported ? 'supported' : 'unsupported'}>
          {text} <strong className={supported === false ? 'pressing' : 'quiet'}>（{nameOf(supported)}）</strong>
          {citations.map(({ docId, start, end, title, quote }) => (
            <div key={`${docId}-${start}`} className="quiet">
              {words.citations}：
              <Anchor
                component={Link}
                underline="always"
                to={`/evals/documents/${encodeURIComponent(docId)}?start=${start}&end=${end}`}
              >
                {title}
              </Anchor>{' '}
              <q>{quote}</q>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
