import { seriesRule } from './shared/series-rule.ts';

export default seriesRule({
  id: 'series-duplicate',
  title: '序次语重复：一是、二是、二是',
  kind: 'duplicate',
  message: ({ mark }, due) => `“${mark.text}”重复：这一组上文已有这个序号，此处应是“${due}”。请改正或重排。`,
});
