import { seriesRule } from './shared/series-rule.ts';

export default seriesRule({
  id: 'series-gap',
  title: '序次语跳号：一是、二是、四是',
  kind: 'gap',
  message: ({ mark, previous }, due) =>
    mark.ordinal > previous.ordinal
      ? `“${mark.text}”之前缺“${due}”：上一项是“${previous.text}”。请补写漏掉的一项或重排。`
      : `“${mark.text}”不接上文：上一项是“${previous.text}”，此处应是“${due}”。请改正或重排。`,
});
