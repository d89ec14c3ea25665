import { Type } from 'typebox';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { MaskEntity, MaskPlace } from '../facts/masks/types.ts';

export default speechRule({
  id: 'mask-leak',
  title: '记号与真名真数混用：第x次全会与第九次全会、XX市与xx市',
  level: 'info',
  finalLevel: 'warning',
  source: '惯例',
  options: Type.Object(
    { keepMasks: Type.Boolean({ default: false, description: '脱敏稿：保留记号，报漏隐去的真名真数' }) },
    { additionalProperties: false },
  ),
  masked: { level: 'warning', options: { keepMasks: true } },
  check: (speech, { keepMasks }, { facts }) =>
    facts
      .ofSpeech(speech)
      .masks.flatMap((entity) => [...(keepMasks ? leaks(entity) : gaps(entity)), ...uneven(entity)]),
});

/** The mask is to be filled in, because the speech itself says what it stands for. */
function gaps({ places, value }: MaskEntity): readonly Report[] {
  const open = places.filter(({ fill }) => fill !== undefined);
  if (value?.how !== 'written' || open.length === 0) return [];
  const { text, span, masked } = value;
  return [
    {
      messageId: 'filled-elsewhere',
      message: `同一事项写法不一：此处“${masked}”，另有一处写明“${text}”。定稿请补全，脱敏稿请一并隐去。`,
      span: open[0]!.span,
      related: [{ message: `写明之处：${text}`, span }],
      fixes: [suggestion(`补为“${open[0]!.fill}”`, open, ({ fill }) => fill!)],
    },
  ];
}

/** The real thing is to be masked, because the rest is. */
function leaks({ places, value }: MaskEntity): readonly Report[] {
  if (value?.how !== 'written') return [];
  const { text, masked, all } = value;
  return all.map((span) => ({
    messageId: 'unmasked',
    message: `脱敏稿漏隐：此处写明“${text}”，同一事项别处已隐作“${masked}”，请一并隐去。`,
    span,
    related: [{ message: `已隐去之处：${masked}`, span: places[0]!.span }],
    fixes: [{ title: `隐作“${masked}”`, safety: 'suggestion' as const, edits: [{ span, newText: masked }] }],
  }));
}

/** One name behind masks of different forms; one finding for all places of the rarer forms. */
function uneven({ places }: MaskEntity): readonly Report[] {
  const odd = places.filter(({ even }) => even !== undefined);
  const [first] = odd;
  if (!first) return [];
  const [usual] = places.filter(({ even }) => even === undefined);
  return [
    {
      messageId: 'uneven',
      message: `同一名称的记号写法不一：此处“${first.text}”，多数写作“${first.even}”，请核对是否同一名称并统一。`,
      span: first.span,
      related: usual ? [{ message: `多数的写法：${usual.text}`, span: usual.span }] : [],
      fixes: [suggestion(`改为“${first.even}”`, odd, ({ even }) => even!)],
    },
  ];
}

function suggestion(title: string, places: readonly MaskPlace[], newText: (place: MaskPlace) => string) {
  const edits = places.map((place) => ({ span: place.span, newText: newText(place) }));
  return { title, safety: 'suggestion' as const, edits };
}
