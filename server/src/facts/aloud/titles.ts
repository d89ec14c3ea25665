/** Titles that stand before or after a name, as an alternation. */
export const TITLES =
  '总书记|书记|主席|总理|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|部长|厅长|局长|处长|科长|主任|秘书长|会长|校长|院长|所长|董事长|总经理|经理|教授|院士|老师|同志|先生|女士|代表|委员|常委|检察长|司令员|政委|支书';
