/**
 * Public dates, reviewed by hand: plan periods, congresses, plenary sessions, sessions of the National People's Congress,
 * base years of anniversaries, first years of festivals. `kind name first last`, one a line; a day or month is kept where
 * it is known. For `npc` the name is the term and the years are those of its first and fifth session; for `base` and
 * `festival` the alternatives of the name are parted by bars. Nothing in it is projected: what was not settled by
 * CALENDAR_UNTIL is left out, and rules are silent about it.
 */
export const CALENDAR_UNTIL = '2026-08';

export const CALENDAR_LINES = `
plan 九五 1996 2000
plan 十五 2001 2005
plan 十一五 2006 2010
plan 十二五 2011 2015
plan 十三五 2016 2020
plan 十四五 2021 2025
plan 十五五 2026 2030
congress 11 1977-08-12 1977-08-18
congress 12 1982-09-01 1982-09-11
congress 13 1987-10-25 1987-11-01
congress 14 1992-10-12 1992-10-18
congress 15 1997-09-12 1997-09-18
congress 16 2002-11-08 2002-11-14
congress 17 2007-10-15 2007-10-21
congress 18 2012-11-08 2012-11-14
congress 19 2017-10-18 2017-10-24
congress 20 2022-10-16 2022-10-22
plenum 11.3 1978-12-18 1978-12-22
plenum 16.1 2002-11-15 2002-11-15
plenum 16.2 2003-02-24 2003-02-26
plenum 16.3 2003-10-11 2003-10-14
plenum 16.4 2004-09-16 2004-09-19
plenum 16.5 2005-10-08 2005-10-11
plenum 16.6 2006-10-08 2006-10-11
plenum 16.7 2007-10-09 2007-10-12
plenum 17.1 2007-10-22 2007-10-22
plenum 17.2 2008-02-25 2008-02-27
plenum 17.3 2008-10-09 2008-10-12
plenum 17.4 2009-09-15 2009-09-18
plenum 17.5 2010-10-15 2010-10-18
plenum 17.6 2011-10-15 2011-10-18
plenum 17.7 2012-11-01 2012-11-04
plenum 18.1 2012-11-15 2012-11-15
plenum 18.2 2013-02-26 2013-02-28
plenum 18.3 2013-11-09 2013-11-12
plenum 18.4 2014-10-20 2014-10-23
plenum 18.5 2015-10-26 2015-10-29
plenum 18.6 2016-10-24 2016-10-27
plenum 18.7 2017-10-11 2017-10-14
plenum 19.1 2017-10-25 2017-10-25
plenum 19.2 2018-01-18 2018-01-19
plenum 19.3 2018-02-26 2018-02-28
plenum 19.4 2019-10-28 2019-10-31
plenum 19.5 2020-10-26 2020-10-29
plenum 19.6 2021-11-08 2021-11-11
plenum 19.7 2022-10-09 2022-10-12
plenum 20.1 2022-10-23 2022-10-23
plenum 20.2 2023-02-26 2023-02-28
plenum 20.3 2024-07-15 2024-07-18
plenum 20.4 2025-10-20 2025-10-23
plenum 20.5 2026-10 2026-10
npc 12 2013 2017
npc 13 2018 2022
npc 14 2023 2026
base 五四运动 1919
base 中国共产党成立|建党 1921
base 共青团成立|建团|中国共产主义青年团成立 1922
base 建军|中国人民解放军建军|人民军队建军 1927
base 长征胜利 1936
base 抗日战争胜利|抗战胜利|反法西斯战争胜利 1945
base 新中国成立|中华人民共和国成立|建国 1949
base 抗美援朝出国作战 1950
base 全国人民代表大会成立|全国人大成立 1954
base 改革开放 1978
base 深圳经济特区建立|深圳经济特区成立 1980
base 海南建省办经济特区|海南建省 1988
base 香港回归|香港回归祖国 1997
base 澳门回归|澳门回归祖国 1999
base 加入世界贸易组织|加入世贸组织 2001
base “一带一路”倡议提出|提出“一带一路”倡议|提出共建“一带一路”倡议|共建“一带一路”倡议提出 2013
festival 教师节 1985
festival 国家宪法日 2014
festival 烈士纪念日 2014
festival 全民国家安全教育日 2016
festival 中国品牌日 2017
festival 中国农民丰收节|农民丰收节 2018
festival 中国人民警察节|人民警察节 2021
`;
