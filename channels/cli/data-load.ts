import { Command, Option } from 'commander';
import { demoScales } from '../demo-data/load-demo-data.ts';
import { withDesk } from './desk-command.ts';
import { print } from './print.ts';

export type ScaleName = keyof typeof demoScales;

/** How large the demo platform is; another size than the one that is there starts it over. */
export const scaleOption = () =>
  new Option('--scale <size>', '演示数据的规模：standard 约 10 万件诉求，full 约 100 万件').choices(
    Object.keys(demoScales),
  );

export const dataLoadCommand = new Command('load')
  .description('装入演示数据平台（合成数据），或换一个规模。Load the synthetic demo platform.')
  .addOption(scaleOption().default('standard'))
  .option('--json', '输出一行 JSON')
  .action(async ({ scale, json }: { scale: ScaleName; json?: boolean }) => {
    const startedAt = performance.now();
    const loaded = await withDesk((_, { fillDemoData }) => fillDemoData(demoScales[scale]));
    if (!loaded) {
      print(json ? { outcome: 'not_wanted' } : '设置里没有要演示数据（DEMO_DATA，或另有数据平台），没有装入。');
      return;
    }
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const said = { loaded: '已装入', topped_up: '已补到现在', current: '已经是最新' }[loaded.outcome];
    print(
      json
        ? { ...loaded, scale, seconds }
        : `${said}：${loaded.rows} 行合成数据，${loaded.from} 至 ${loaded.to}，${seconds} 秒`,
    );
  });
