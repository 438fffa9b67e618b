import { trainTextClassifier } from '../../assistant/index.ts';
import { trainNaiveBayes } from './naive-bayes.ts';
import { type BenchOptions, measureRounds, timed } from './rounds.ts';
import { syntheticTexts } from './synthetic-texts.ts';

/**
 * The product's text classifier against naive Bayes: ten classes, `size` texts to learn from and half as many others to
 * put into their class. Training in milliseconds, the rest in milliseconds a text; accuracy is a share.
 */
export function benchClassify({ size, rounds, seed = 1, onProgress }: BenchOptions) {
  const labelled = syntheticTexts(seed).labelled(size + Math.ceil(size / 2));
  const [training, test] = [labelled.slice(0, size), labelled.slice(size)];

  const measure = (train: () => (text: string) => string) => () => {
    const { ms: trainMs, made: predict } = timed(train);
    const { ms, made: predicted } = timed(() => test.map(({ text }) => predict(text)));
    const right = predicted.filter((label, index) => label === test[index]!.label).length;
    return { trainMs, textMs: ms / test.length, accuracy: right / test.length };
  };
  const own = measure(() => {
    const classifier = trainTextClassifier(training);
    return (text) => classifier.predict(text)[0]!.label;
  });
  const peer = measure(() => trainNaiveBayes(training).predict);
  const measured = measureRounds({ rounds, ...(onProgress ? { onProgress } : {}) }, { own, peer });
  const textsPerSecond = 1000 / measured.own.textMs!;
  return {
    bench: 'classify',
    peerName: 'naive Bayes',
    size,
    texts: test.length,
    classes: 10,
    rounds,
    ...measured,
    textsPerSecond,
  };
}
