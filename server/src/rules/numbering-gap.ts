import { writeMarker } from '../engine/renumber.ts';
import { numberingRule } from './shared/numbering-rule.ts';

export default numberingRule({
  id: 'numbering-gap',
  title: '层次序数跳号、颠倒：一、三、四、',
  kinds: ['gap', 'moved'],
  message: ({ kind, heading, previous, expected, other }) => {
    const { marker } = heading;
    if (kind === 'moved') {
      const due = writeMarker(marker, expected);
      return marker.ordinal === expected
        ? `“${due}”排到了“${other!.marker.text}”之后。请调整次序或重排序号。`
        : `“${marker.text}”之前应是“${due}”，而“${due}”排在了别处。请调整次序或重排序号。`;
    }
    if (marker.ordinal < expected)
      return `“${marker.text}”不接上文，此处应是“${writeMarker(marker, expected)}”。请改正或重排序号。`;
    const missing =
      marker.ordinal - expected === 1
        ? writeMarker(marker, expected)
        : `${writeMarker(marker, expected)}至${writeMarker(marker, marker.ordinal - 1)}`;
    const where = previous ? `上一个序号是“${previous.marker.text}”，` : '本级从这里开始，';
    return `“${marker.text}”之前缺“${missing}”：${where}请补写漏掉的部分或重排序号。`;
  },
});
