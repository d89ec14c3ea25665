/** A CPU profile as V8 writes it, as far as it is drawn. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Frame {
  readonly name: string;
  time: number;
  readonly below: Map<string, Frame>;
}

const WIDTH = 1200;
const ROW = 17;
/** Narrower frames are left out, in pixels. */
const NARROWEST = 2.5;
const DEEPEST = 40;
/** What is no work of the program, and what would only make the graph higher. */
const SKIPPED = new Set([
  '(root)',
  '(program)',
  '(idle)',
  'next',
  '(anonymous)',
  'forEach',
  'map',
  'flatMap',
  'filter',
]);

/** Draws a profile as a flame graph (SVG, broadest first): the calls of one name above one caller are one frame. */
export function flameGraph(profile: CpuProfile): string {
  const whole = merged(profile);
  const rows: string[] = [];
  let depth = 0;
  const draw = (frame: Frame, x: number, level: number, scale: number): void => {
    const width = frame.time * scale;
    if (width < NARROWEST || level > DEEPEST) return;
    depth = Math.max(depth, level);
    rows.push(box(frame, x, level, width, whole.time));
    let at = x;
    for (const below of [...frame.below.values()].sort((a, b) => b.time - a.time)) {
      draw(below, at, level + 1, scale);
      at += below.time * scale;
    }
  };
  draw(whole, 0, 0, WIDTH / Math.max(1, whole.time));
  const height = (depth + 1) * ROW + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="11"><rect width="${WIDTH}" height="${height}" fill="#fff"/>\n${rows.join('\n')}\n</svg>\n`;
}

function merged({ nodes, samples, timeDeltas }: CpuProfile): Frame {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const times = new Map<number, number>();
  samples.forEach((id, i) => {
    times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[i] ?? 0));
  });
  const whole: Frame = { name: '全部', time: 0, below: new Map() };
  const walk = (id: number, path: readonly Frame[]): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const name = callFrame.functionName || '(anonymous)';
    let own = path;
    if (!SKIPPED.has(name) && !callFrame.url.startsWith('node:')) {
      const parent = path[path.length - 1]!;
      const frame = parent.below.get(name) ?? { name, time: 0, below: new Map() };
      parent.below.set(name, frame);
      own = [...path, frame];
    }
    if (name !== '(idle)' && name !== '(program)') for (const frame of own) frame.time += times.get(id) ?? 0;
    for (const child of children) walk(child, own);
  };
  walk(nodes[0]!.id, [whole]);
  return whole;
}

function box({ name, time }: Frame, x: number, level: number, width: number, whole: number): string {
  const y = level * ROW;
  const share = ((time / whole) * 100).toFixed(1);
  const room = Math.floor(width / 6.8) - 1;
  const label =
    room >= 3 ? `<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escaped(name.slice(0, room))}</text>` : '';
  return `<g><title>${escaped(name)} ${share}%</title><rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colour(name)}"/>${label}</g>`;
}

/** The same colour for the same name. */
function colour(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return `hsl(${20 + (sum % 35)},${70 + (sum % 20)}%,${66 + (sum % 12)}%)`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
