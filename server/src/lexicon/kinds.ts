/** Kinds of speech, most telling first: a title that fits two is of the first (practice). */
export const SPEECH_KINDS = [
  '讲话提纲',
  '主持词',
  '述职报告',
  '任职发言',
  '表态发言',
  '贺词',
  '致辞',
  '党课',
  '工作报告',
  '表彰讲话',
  '动员讲话',
  '总结讲话',
  '座谈会讲话',
  '调研讲话',
  '部署讲话',
] as const;

export type SpeechKind = (typeof SPEECH_KINDS)[number];

/** A part that speeches of a kind have. */
export interface ExpectedPart {
  /** As an editor names it. */
  readonly name: string;
  /** Where `sign` is looked for: anywhere, from the salutation to the first heading, or in the last paragraphs. */
  readonly where: 'salutation' | 'opening' | 'anywhere' | 'closing';
  /** What shows that the part is there. Wide on purpose: a part found by mistake is only a silence. */
  readonly sign: RegExp;
  /** What is usual, to be read after 通常. */
  readonly usual: string;
  /** Missed even where nobody declared the kind: no finished speech of this kind goes without. */
  readonly plain?: boolean;
  /** Expected only of speeches whose title says so. */
  readonly titled?: RegExp;
}

/** How a kind is recognised, and what it holds. */
export interface KindOfSpeech {
  /** The title, or its subtitle, says so. */
  readonly title?: RegExp;
  /** Titles that fit `title` and are something else. */
  readonly except?: RegExp;
  /** The opening says so beyond doubt. */
  readonly opening?: RegExp;
  readonly parts: readonly ExpectedPart[];
}

const WISH =
  /预祝|祝愿|祝福|(?<!庆)祝(?![贺酒捷])|(?:^|[，。！；：])(?:也|更|衷心|真诚|诚挚)?愿(?![望意景])|心想事成|万事如意/;

const CALL: ExpectedPart = {
  name: '结尾的号召',
  where: 'closing',
  sign: /让我们|希望大家|希望各|希望同志|奋斗|努力|奋进|贡献|拼搏|确保|谢谢大家/,
  usual: '以“同志们，……让我们……”一类的话号召收尾',
};
const COMRADES: ExpectedPart = {
  name: '称谓',
  where: 'salutation',
  sign: /./,
  usual: '顶格写“同志们：”',
};
const DEMANDS: ExpectedPart = {
  name: '要求',
  where: 'anywhere',
  sign: /要求|必须|务必|要[^，。；]{2,}/,
  usual: '分条提出措施和要求',
};

/** What each kind holds (practice: handbooks on speech writing and counts in published speeches). */
export const KINDS: Readonly<Record<SpeechKind, KindOfSpeech>> = {
  讲话提纲: { title: /提[ 　]*纲[）)]?$/, parts: [] },
  主持词: {
    title: /主持(?:词|辞|稿|讲话|发言)(?:稿)?$/,
    parts: [
      {
        name: '会议议程或主要任务',
        where: 'anywhere',
        sign: /议程|议题|第[一二三四五六七八九十]项|主要任务|主要内容|活动.{0,6}(?:内容|安排)/,
        usual: '开头说明“会议议程有×项”',
      },
      {
        name: '请人讲话、发言的串联',
        where: 'anywhere',
        sign: /请[^。！]{1,60}(?:讲话|发言|致辞|致词|宣读|通报|汇报|报告|介绍|作|上台|揭牌|颁奖)/,
        usual: '逐项写“请……讲话，大家欢迎”',
      },
      {
        name: '结束语',
        where: 'closing',
        sign: /散会|结束|闭会|闭幕|休会|谢谢|再见/,
        usual: '以“会议到此结束，散会”收尾',
      },
    ],
  },
  述职报告: {
    title: /述(?:职|责|廉|法|学|德)[^，。]{0,8}(?:报告|汇报|材料|发言)(?:稿)?$|述[职责](?:述)?廉$/,
    except: /工作的?(?:报告|汇报)|点评|讲评|通知|方案/,
    opening: /现将.{0,40}(?:履职|履行职责|述职|述责|述廉).{0,24}(?:报告|汇报|述职)如下/,
    parts: [
      {
        name: '存在的问题和不足',
        where: 'anywhere',
        sign: /(?:问题|不足|差距|短板|弱项|薄弱环节|缺点)(?:和|与|及|、|是|主要|之处|有|：|。?$)|(?:存在|还有|仍有|尚有|正视|反思|查摆|剖析|检视|看到|认识到)[^。；]{0,24}(?:问题|不足|差距|短板|薄弱|欠缺|缺点)|不够[^，。；]{0,6}|有待(?:加强|提高|提升|改进)|有差距|有欠缺|亟待/,
        usual: '单列一部分，写存在的问题和原因',
        plain: true,
      },
      {
        name: '廉洁自律情况',
        where: 'anywhere',
        sign: /廉|纪律|八项规定|党风|作风/,
        usual: '单列一部分，写遵守廉洁纪律的情况',
        plain: true,
        titled: /廉/,
      },
      {
        name: '下一步打算',
        where: 'anywhere',
        sign: /下一步|下步|今后|打算|明年|来年|新的一年|努力方向|改进措施|整改措施|下一阶段|思路/,
        usual: '在问题之后写下一步的打算',
      },
      {
        name: '结尾的请评议',
        where: 'closing',
        sign: /审议|评议|指正|审查|审阅|监督|批评|谢谢/,
        usual: '以“以上报告，请予审议”或“请批评指正”收尾',
      },
    ],
  },
  任职发言: {
    title:
      /(?:任职|就职|履新|离任|当选后?|选任后?)(?:会议?|大会)?(?:上|时)?的?(?:表态)?(?:发言|讲话|演讲|演说)(?:稿)?$/,
    parts: [
      {
        name: '对组织的感谢',
        where: 'anywhere',
        sign: /感谢|谢谢|感激/,
        usual: '开头感谢组织的信任和同志们的支持',
      },
      {
        name: '表态',
        where: 'anywhere',
        sign: /决不|绝不|一定|不负|不辜负|坚决|全力|尽心|勤勉|恪尽/,
        usual: '从讲政治、抓发展、转作风、守廉洁几方面表态',
      },
    ],
  },
  表态发言: {
    title: /表态(?:发言|讲话|性发言)(?:稿|材料)?$/,
    parts: [
      {
        name: '表态',
        where: 'anywhere',
        sign: /坚决|一定|决不|绝不|放心|全力|不折不扣|保证|确保|完全(?:赞成|拥护|同意)|表态|表个态|承诺/,
        usual: '写“坚决拥护……，作如下表态”',
        plain: true,
      },
    ],
  },
  贺词: {
    title: /(?:贺[词辞])(?:稿)?$/,
    except: /悼|祭/,
    parts: [
      {
        name: '祝愿',
        where: 'anywhere',
        sign: /祝|愿(?![望意景])|新年好|快乐|幸福|安康|吉祥/,
        usual: '以“祝……”收尾',
        plain: true,
      },
    ],
  },
  致辞: {
    title: /(?:致辞|致词|欢迎[辞词]|开幕[辞词]|祝酒[辞词]|答谢[辞词])(?:稿)?$/,
    except: /悼|追思|公祭|告别|缅怀|祭|烈士|遇难|闭幕[辞词]/,
    parts: [
      {
        name: '称谓',
        where: 'salutation',
        sign: /./,
        usual: '顶格写“尊敬的各位来宾，女士们、先生们：”',
      },
      {
        name: '欢迎或感谢',
        where: 'anywhere',
        sign: /欢迎|感谢|谢意|祝贺|问候|谢谢/,
        usual: '开头写“我谨代表……表示热烈的欢迎”',
      },
      {
        name: '结尾的祝愿',
        where: 'anywhere',
        sign: new RegExp(`${WISH.source}|宣布`),
        usual: '以“预祝……圆满成功”“祝……身体健康”收尾',
        plain: true,
      },
    ],
  },
  党课: { title: /党课(?:讲稿|讲话|报告|辅导|提纲|稿)?$/, parts: [COMRADES] },
  工作报告: {
    opening:
      /代表(?!大会)[^，。]{2,40}[，,]?(?:现在)?向(?:大会|[^，。]{0,16}(?:代表大会|全会)|各位代表)[，,]?(?:报告(?:政府)?工作|作(?:政府|工作|政府工作)?报告|报告[^，。]{0,10}工作)/,
    parts: [
      {
        name: '称谓',
        where: 'salutation',
        sign: /代表|委员|同志/,
        usual: '顶格写“各位代表：”',
      },
      {
        name: '“请予审议”',
        where: 'anywhere',
        sign: /请[^。]{0,12}(?:审议|审查)|予以?审议/,
        usual: '在开头写“现在，我代表……向大会报告工作，请予审议”',
        plain: true,
      },
      {
        name: '工作回顾',
        where: 'anywhere',
        sign: /回顾|过去的?(?:一年|[二两三四五]年)|去年|一年来|[三四五]年来/,
        usual: '第一部分写上一年或上一届的工作回顾',
      },
      {
        name: '总体要求和目标',
        where: 'anywhere',
        sign: /目标|总体要求|总体思路/,
        usual: '在安排任务之前写总体要求和主要目标',
      },
      {
        name: '自身建设',
        where: 'anywhere',
        sign: /自身建设|政府建设|作风建设|廉政|廉洁|效能|党的建设|队伍建设/,
        usual: '最后一部分写加强自身建设',
      },
      CALL,
    ],
  },
  表彰讲话: {
    title: /(?:表彰|颁奖|授奖)(?:暨[^，。]{2,20})?(?:大会|会议|会|仪式|典礼)(?:上)?的?讲话(?:稿)?$/,
    parts: [
      {
        name: '对受表彰者的祝贺',
        where: 'anywhere',
        sign: /祝贺|致敬|敬意|道贺|恭喜|庆贺|祝愿/,
        usual: '开头写“向受到表彰的……表示热烈的祝贺”',
        plain: true,
      },
      COMRADES,
      DEMANDS,
    ],
  },
  动员讲话: {
    title: /动员(?:部署)?(?:大会|会议|会)?(?:上)?的?(?:动员)?讲话(?:稿)?$/,
    parts: [
      COMRADES,
      {
        name: '会议的目的',
        where: 'opening',
        sign: /目的|任务|动员|部署|为了|旨在/,
        usual: '开头写“今天召开……动员大会，目的是……”',
      },
      DEMANDS,
      CALL,
    ],
  },
  总结讲话: {
    title: /总结(?:表彰)?(?:大会|会议|会)?(?:上|结束时)?的?讲话(?:稿)?$/,
    parts: [
      COMRADES,
      {
        name: '对会议或工作的评价',
        where: 'anywhere',
        sign: /圆满|成功|顺利|开得|取得|成效|成绩|收获|达到了/,
        usual: '先讲主要收获，再讲下一步的要求',
      },
      DEMANDS,
    ],
  },
  座谈会讲话: { title: /(?:座谈|恳谈)会?(?:上)?的?讲话(?:稿)?$/, parts: [COMRADES] },
  调研讲话: { title: /(?:调研|视察|考察|检查)(?:工作)?时?的?讲话(?:稿)?$/, parts: [] },
  部署讲话: {
    title: /(?:部署|推进|调度|工作)(?:电视电话|视频)?(?:大会|会议|例会|会)(?:上)?的?讲话(?:稿)?$/,
    parts: [COMRADES, DEMANDS, CALL],
  },
};
