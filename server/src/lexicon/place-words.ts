/** Short names of divisions that are ordinary words too: they count where the draft names the division in full somewhere. */
const ORDINARY_SHORT =
  '东方 白银 朝阳 大同 来宾 长治 中山 安康 和平 平安 文明 东城 西城 河东 河西 长安 桥西 桥东 海港 满城 平城 盐湖 新城 东河 青山 红山 ' +
  '松山 临河 大东 千山 平山 西市 太平 清河 龙城 连山 龙港 南关 龙潭 龙山 南岗 龙沙 南山 东山 兴山 尖山 岭东 东安 北林 滨湖 云龙 天宁 ' +
  '上城 西湖 滨江 江北 镇海 南湖 路桥 花山 镜湖 台江 龙海 东湖 新建 珠山 天桥 河口 东港 牡丹 中原 上街 山城 中站 山阳 湖滨 卧龙 平桥 ' +
  '江汉 江夏 荷塘 鼎城 北湖 天河 龙湖 南海 江海 江城 海城 江南 象山 银海 防城 长寿 东坡 万山 西山 古城 城关 滨海 无极 兴隆 大城 故城 ' +
  '阳城 浮山 清水河 长海 黑山 盘山 长岭 通河 龙江 东海 金湖 望江 太湖 五河 凤台 德化 湖口 兴国 石城 平原 武城 新安 商城 通城 通山 平江 ' +
  '永兴 龙门 马山 永平 江口 红原 开江 中江 安宁 安多 双湖 西乡 白河 永安 江山 临海 永康 广德 广水 双河 青龙 三江 沿河 通海 大关 正宁 ' +
  '长白 沙河 大宁 丰城 城东 城西 新市 南江 北关 长江 珠江 金山 银山 共和 解放 振兴 富裕 同心 乐业 温泉 港口 红旗 新华 惠民 威信 和顺 同德 金沙 ' +
  '木兰 静乐 华龙 阳明 周村 友谊 光明 向阳 前进 团结 建设 胜利 幸福 如意 公安 方正 富强 民主';

/** Full names that say no more than which part of a town or what kind of area: they never count. */
const ORDINARY_FULL =
  '城区 矿区 郊区 东区 西区 新城区 新市区 市中区 市南区 市北区 城中区 城东区 城西区 城北区 城关区 富县 开发区 滨湖新区 滨海新区 新华区';

export const ORDINARY_STEMS: ReadonlySet<string> = new Set(`${ORDINARY_SHORT} ${ORDINARY_FULL}`.split(' '));

/** Words in which the name of a division stands that mean the whole country's concern; `at` is where the name begins. */
export const NOT_A_PLACE: readonly { readonly word: string; readonly at: number }[] = [
  '孙中山|中山',
  '中山装|中山',
  '延安精神|延安',
  '延安时期|延安',
  '延安整风|延安',
  '井冈山精神|井冈山',
  '遵义会议|遵义',
  '古田会议|古田',
  '北京时间|北京',
  '北京奥运会|北京',
  '北京冬奥会|北京',
].map((pair) => {
  const [word = '', name = ''] = pair.split('|');
  return { word, at: word.indexOf(name) };
});

/** Regions of the whole country's strategies, and its great rivers: every office speaks of them (kept unless asked for). */
export const SHARED_REGIONS: readonly string[] =
  '京津冀 长三角 珠三角 粤港澳 大湾区 成渝 黄河 长江 港澳台 中国 中华 香港 澳门 台湾'.split(' ');

/** One-character names of provinces, which stand in pairs (苏浙) and before 北, 商, 籍 (皖北, 浙商). */
export const SHORT_PROVINCES: Readonly<Record<string, string>> = {
  京: '北京',
  津: '天津',
  沪: '上海',
  渝: '重庆',
  冀: '河北',
  晋: '山西',
  辽: '辽宁',
  吉: '吉林',
  苏: '江苏',
  浙: '浙江',
  皖: '安徽',
  闽: '福建',
  赣: '江西',
  鲁: '山东',
  豫: '河南',
  鄂: '湖北',
  湘: '湖南',
  粤: '广东',
  桂: '广西',
  琼: '海南',
  川: '四川',
  蜀: '四川',
  黔: '贵州',
  贵: '贵州',
  滇: '云南',
  云: '云南',
  藏: '西藏',
  陕: '陕西',
  秦: '陕西',
  甘: '甘肃',
  陇: '甘肃',
  青: '青海',
  宁: '宁夏',
  疆: '新疆',
  新: '新疆',
  蒙: '内蒙古',
  黑: '黑龙江',
};

/** Names by which a province goes in speeches; 八桂 and 三秦 as 大地 or 儿女 are meant. */
export const POETIC_PROVINCES: Readonly<Record<string, string>> = {
  龙江: '黑龙江',
  八闽: '福建',
  八桂: '广西',
  三秦: '陕西',
  三湘: '湖南',
  荆楚: '湖北',
  燕赵: '河北',
  三晋: '山西',
  齐鲁: '山东',
  江淮: '安徽',
  琼州: '海南',
  黔贵: '贵州',
  巴渝: '重庆',
  天府: '四川',
  巴蜀: '四川',
  陇原: '甘肃',
  南粤: '广东',
  岭南: '广东',
  赣鄱: '江西',
  之江: '浙江',
  湖湘: '湖南',
};

/** Parts of provinces, their rivers and lakes, new areas: no division bears the name, and it tells where the speaker is. */
export const REGIONS: readonly string[] = (
  '北疆 南疆 东疆 陇东 陇南 河西走廊 关中平原 陕北 陕南 胶东 鲁南 鲁中 鲁西 苏南 苏北 苏中 闽南 闽西 闽北 闽东 辽东 辽西 岭南 海河 淮河 闽江 太湖 巢湖 ' +
  '洞庭湖 鄱阳湖 辽河 松花江 嫩江 汉江 湘江 赣江 渭河 汾河 泾河 洛河 湟水 洱海 滇池 乌江 赤水河 沱江 岷江 嘉陵江 钱塘江 甬江 瓯江 洋浦 博鳌 虹桥 临港新片区 ' +
  '前海 横琴 宁东 河套平原 呼包鄂 长株潭 武汉都市圈 郑洛 成德眉资 大别山 秦岭 太行山 沂蒙 井冈山 武夷山 祁连山 贺兰山 六盘山 天山 昆仑山 阿尔泰山 ' +
  '长白山 大兴安岭 小兴安岭 三江平原 松嫩平原 科尔沁 呼伦贝尔 毛乌素 库布其 腾格里 塔克拉玛干 柴达木 三江源 雅鲁藏布 珠峰 西江 北江 东江 韩江 左江 右江 红水河 漓江 ' +
  '丹江口 雄安 曹妃甸'
).split(' ');
