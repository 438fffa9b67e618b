import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { init } from './chart-engine.ts';

const palette = ['#0f6f83', '#c8772e', '#5d7f3a', '#8a4f7d', '#3f63a8', '#a8433a'];

// Names of places are four characters at most times; side by side they need about this much.
const labelWidthPx = 64;
// What the scale on the left and the edge on the right take of a chart's width.
const besideBarsPx = 90;
const mostTilted = 16;

/** Every name under its bar: tilted where the chart is too narrow for them, thinned out only where they are many. */
function toAxis(axis: unknown, widthPx: number): unknown {
  if (typeof axis !== 'object' || axis === null || !('data' in axis) || !Array.isArray(axis.data)) return axis;
  const names = axis.data.length;
  if (names > mostTilted || names * labelWidthPx <= widthPx - besideBarsPx) return axis;
  return { ...axis, axisLabel: { interval: 0, rotate: 40 } };
}

/**
 * What the desk asks for, in the console's looks. Tooltips are drawn, not written as HTML: names in the data are
 * citizens' words.
 */
function toOption(option: Record<string, unknown>, dark: boolean, widthPx: number): Record<string, unknown> {
  const given = option.tooltip;
  const tooltip = { trigger: 'axis', ...(typeof given === 'object' ? given : {}), renderMode: 'richText' };
  const isPie = JSON.stringify(option.series ?? '').includes('"pie"');
  return {
    color: palette,
    grid: { left: 16, right: 24, top: 48, bottom: 16, containLabel: true },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    ...option,
    ...('xAxis' in option ? { xAxis: toAxis(option.xAxis, widthPx) } : {}),
    backgroundColor: 'transparent',
    darkMode: dark,
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    tooltip: isPie ? { ...tooltip, trigger: 'item' } : tooltip,
  };
}

export function Chart({ option, label }: { option: Record<string, unknown>; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    const chart = init(box.current, dark ? 'dark' : null);
    // A narrower chart tilts its names, so its option is made anew with its width.
    const draw = () => chart.setOption(toOption(option, dark, chart.getWidth()));
    draw();
    const resized = new ResizeObserver(() => {
      chart.resize();
      draw();
    });
    resized.observe(box.current!);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  // The table below says the same in words, so the picture needs no more than its name.
  return <div ref={box} className="chart" role="img" aria-label={label} />;
}
