import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// The kinds that the desk draws, and the canvas: the SVG renderer writes style attributes, which our policy refuses.
use([
  BarChart, LineChart, PieChart, ScatterChart, DatasetComponent, GridComponent, LegendComponent,
  TitleComponent, TooltipComponent, CanvasRenderer,
]); // biome-ignore format: the parts at a glance

export { init };
