/** Kinds of which a thing is one and no other; `whole` kinds leave nothing over. */
interface Family {
  readonly members: readonly RegExp[];
  readonly whole: boolean;
}

const FAMILIES: readonly Family[] = [
  { members: [/第?一(?:次)?产(?:业)?/, /第?二(?:次)?产(?:业)?/, /第?三(?:次)?产(?:业)?/], whole: true },
  { members: [/税收(?!以外)(?<!非税收)/, /非税/], whole: true },
  { members: [/(?<!进)出口/, /进口/], whole: true },
  { members: [/城[镇市]/, /农村|乡村|农业人口/], whole: true },
  { members: [/男[性生]?/, /女[性生]?/], whole: true },
  { members: [/新开工/, /续建/, /拟建|前期|谋划/, /储备/], whole: false },
  { members: [/新建/, /改建|改造/, /扩建/, /改扩建/, /迁建/, /续建/], whole: false },
  { members: [/省内/, /省外/, /境外|国外/], whole: false },
  { members: [/市内|本市/, /市外/], whole: false },
  { members: [/内资/, /外资|港澳台/], whole: false },
  { members: [/小学/, /初中/, /高中/, /幼儿园/, /职[业高]/], whole: false },
  { members: [/博士/, /硕士/, /本科/, /专科|大专/], whole: false },
  { members: [/一等/, /二等/, /三等/], whole: false },
  { members: [/优秀/, /良好/, /(?<!不)合格|一般/, /不合格|较差/], whole: false },
  {
    members: [
      /已(?:完成|办结|整改|销号|开工|竣工)|(?:完成|办结)整改/,
      /正在|在建/,
      /(?:未|没有|尚未)(?:完成|办结|整改|开工|启动)/,
    ],
    whole: false,
  },
];

/** Which member of which family each lead names; undefined unless all are of one family and no two the same. */
export function familyOf(leads: readonly string[]): { readonly whole: boolean } | undefined {
  for (const { members, whole } of FAMILIES) {
    const named = new Set<number>();
    const fits = leads.every((lead) => {
      const member = memberIn(lead, members);
      if (member < 0 || named.has(member)) return false;
      named.add(member);
      return true;
    });
    if (fits) return { whole: whole && named.size === members.length };
  }
  return undefined;
}

/** The member that a lead names last; -1 for none. */
function memberIn(lead: string, members: readonly RegExp[]): number {
  let best = -1;
  let reach = -1;
  members.forEach((member, index) => {
    const match = member.exec(lead);
    if (match && match.index + match[0].length > reach) {
      best = index;
      reach = match.index + match[0].length;
    }
  });
  return best;
}
