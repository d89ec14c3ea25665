/** Name → text of so many characters. */
export const SHAPES: Readonly<
  Record<
    | '平常的稿子'
    | '一行到底'
    | '全是标题'
    | '全是占位符'
    | '同一指标'
    | '层层括号'
    | '全是引号'
    | '同一个字'
    | '同一个数字'
    | '全是空行',
    (characters: number) => string
  >
>;
