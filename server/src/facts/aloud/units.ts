/** Signs for units, as they are read after a number (GB 3100—1993); the longer ones first. */
const NAMES: readonly (readonly [string, string])[] = [
  ['μg/m³', '微克每立方米'],
  ['μg/m3', '微克每立方米'],
  ['mg/m³', '毫克每立方米'],
  ['mg/L', '毫克每升'],
  ['km/h', '公里每小时'],
  ['kW·h', '千瓦时'],
  ['MPa', '兆帕'],
  ['kWh', '千瓦时'],
  ['km²', '平方公里'],
  ['km2', '平方公里'],
  ['hm²', '公顷'],
  ['cm²', '平方厘米'],
  ['Mbps', '兆'],
  ['m²', '平方米'],
  ['m2', '平方米'],
  ['m³', '立方米'],
  ['m3', '立方米'],
  ['kV', '千伏'],
  ['kW', '千瓦'],
  ['MW', '兆瓦'],
  ['GW', '吉瓦'],
  ['km', '公里'],
  ['cm', '厘米'],
  ['mm', '毫米'],
  ['kg', '千克'],
  ['mg', '毫克'],
  ['mL', '毫升'],
  ['ha', '公顷'],
  ['°C', '摄氏度'],
  ['m', '米'],
  ['g', '克'],
  ['t', '吨'],
  ['L', '升'],
  ['h', '小时'],
  ['㎡', '平方米'],
  ['㎢', '平方公里'],
  ['㎥', '立方米'],
  ['㎞', '公里'],
  ['㎝', '厘米'],
  ['㎜', '毫米'],
  ['㎏', '千克'],
  ['℃', '摄氏度'],
];

/** A unit's sign that stands at `at`, and how it is read; undefined where a longer word or a name stands (5G, 3D). */
export function unitAt(
  text: string,
  at: number,
): { readonly written: string; readonly read: string } | undefined {
  const found = NAMES.find(([written]) => text.startsWith(written, at));
  if (!found) return undefined;
  const [written, read] = found;
  return /^[A-Za-z\d²³/]/.test(text.slice(at + written.length, at + written.length + 1))
    ? undefined
    : { written, read };
}
