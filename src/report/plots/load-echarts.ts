import type { init } from 'echarts/core';
import { MissingDependencyError } from '../../errors/index.js';

let loading: Promise<typeof init> | undefined;

/** Loads the parts of echarts that our plots use, once, on first use. */
export function loadEcharts(): Promise<typeof init> {
  loading ??= load().catch((cause: unknown) => { throw new MissingDependencyError('echarts', 'drawing plots', { cause }); });
  return loading;
}

async function load(): Promise<typeof init> {
  const [core, charts, components, features, renderers] = await Promise.all([
    import('echarts/core'), import('echarts/charts'), import('echarts/components'), import('echarts/features'), import('echarts/renderers'),
  ]);
  core.use([charts.LineChart, charts.BarChart, charts.CustomChart, components.GridComponent, features.LabelLayout, renderers.SVGRenderer]);
  return core.init;
}
