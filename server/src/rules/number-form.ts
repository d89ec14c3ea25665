import { paragraphRule } from '../engine/define.ts';
import type { NumberForm } from '../facts/number-forms/read.ts';

export default paragraphRule({
  id: 'number-form',
  title: '数字写法：2O26年、二零二六年、15～30%、4千人',
  level: 'warning',
  source: '国标 GB/T 15835—2011 5',
  check: ({ numberForms }) =>
    numberForms.map((form) => ({
      messageId: form.kind,
      message: `“${form.text}”应写作“${form.right}”：${REASONS[form.kind]}，请核对。`,
      span: form.span,
      fixes: [
        {
          title: `改为“${form.right}”`,
          safety: 'suggestion',
          edits: [{ span: form.span, newText: form.right }],
        },
      ],
    })),
});

/** Why the form is ruled out (GB/T 15835-2011). */
const REASONS: Readonly<Record<NumberForm['kind'], string>> = {
  year: '年份里的0误作字母',
  zero: '汉字年份里的零写“〇”',
  ordinal: '届次和五年规划的名称用汉字数字',
  range: '范围前一个数的百分号不能省',
  mixed: '阿拉伯数字后只能跟“万”“亿”，不跟“千”“百”',
  about: '概数用汉字，中间不加顿号',
  decimal: '小数点前的0不能省',
};
