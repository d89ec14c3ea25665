/**
 * Words whose reading is commonly missed: the reading stands after its character. What follows a bar are characters
 * after which it is no such word (简单县情, 担任县长). Places by 《中华人民共和国政区大典》 and local usage, words by
 * 《普通话异读词审音表》. Characters outside the first level of GB 2312 need no line here unless their usual reading is another.
 */
export const READINGS = `
蔚yù县 蔚yù州 六lù合区 乐lào亭 乐lào陵 乐yuè清 大埔bù 铅yán山 东阿ē县 浚xùn县 莘shēn县 莘xīn庄 涡guō阳 枞zōng阳 歙shè县 蚌bèng埠 台tāi州 天台tāi县
丽lí水 长汀tīng 尉yù犁 尉wèi氏 牟mù平 泌bì阳 柘zhè城 繁峙shì 洪洞tóng 长zhǎng子县 井陉xíng 蠡lǐ县 藁gǎo城 鄚mào州 宝坻dǐ 郫pí都 犍qián为
筠jūn连 监jiàn利 黄陂pí 猇xiāo亭 耒lěi阳 番pān禺yú 儋dān州 洱ěr源 漾濞bì 华huà阴 华huà州区 吴堡bǔ 瓦窑堡bǔ 柞zhà水 栎yuè阳 宕tàn昌 喀什shí
伽jiā师 珲hún春 瑷珲huī 穆棱líng 绥棱líng 讷nè河 芝罘fú 兖yǎn州 曲qū阜fù 冠guān县 闽侯hòu 句jù容 浒xǔ墅关 会kuài稽 巴彦淖nào尔 扎zhā赉特
扎zhā兰屯 磴dèng口 无棣dì 费fèi县|经收消浪交学各 任rén丘 任rén泽 任rén县|担就现历前新曾兼离主责委连继 东阿ē 荥xíng阳 荥yíng经 渑miǎn池 盱xū眙yí 氾fán水
六lù合 阿ē胶 洮táo南 弋yì阳 给jǐ予 畜xù牧 畜xù禽qín 畜xù产 牲畜chù 畜chù力 勉强qiǎng 强qiǎng迫 强qiǎng求 牵强qiǎng 倔强jiàng 角jué色
主角jué 角jué逐 刊载zǎi 载zài歌载zài舞 逮dài捕 憎恶wù 厌恶wù 应yīng届 匀称chèn 数shuò见不鲜 埋mán怨 巷hàng道 模mú样 粳jīng稻 一蹴cù而就
莘shēn莘shēn学子 投奔bèn 奔bèn向 屏bǐng气 针砭biān 单薄bó 淡薄bó 丰稔rěn 殷yān红 游说shuì 塞sè责 闭塞sè 堵塞sè 要塞sài 边塞sài 掂量liáng
兴xīng衰 差chāi遣 缘分fèn 附和hè 脉脉mò 勒lè令 解jiè送 横hèng财 哄hòng抬 哄hōng动 晕yùn车 宁nìng可 宁nìng愿 宁nìng缺毋wú滥 叱咤zhà 龟jūn裂
绿lù林 露lòu面 迫pǎi击炮 剥bō削xuē 不省xǐng人事 遗wèi赠 轧zhá钢 擘bò画 踔chuō厉 赓gēng续 纾shū困 耄mào耋dié 饕tāo餮tiè
单shàn县|简菜名清传买订定账 六lù安|第十星期周初 大dài城县|扩庞巨 参cēn差cī 与yù会人员 与yù会代表 与yù会同志 供给jǐ|提 自给jǐ|亲独 中牟mù|其集空当 行háng唐县
称chèn职|职名 情不自禁jīn 硕果累léi累léi
圩wéi堤 圩wéi区 联圩wéi 圩wéi湿地 垸yuàn堤 绸缪móu 窨yìn井 轮毂gǔ 镫dèng口 马镫dèng
`;

/** Characters outside the first level of GB 2312 that everybody knows. */
export const FAMILIAR =
  '祉圳锂驿暨崛魅砺莞葆礴靓赈祠馨芙梓榕莓璧麟鑫睿怡荟潇滕瀚蛟妃姊鳄豚沐嵩斐璀璨泸鳝麒嘹钛殡孚淞跻甬钊莅萃睐岐';

/** Surnames that are read otherwise than the word. */
export const SURNAMES =
  '仇qiú 任rén 曾zēng 解xiè 华huà 单shàn 朴piáo 盖gě 查zhā 乐yuè 缪miào 黑hè 种chóng 燕yān 应yīng 宁nìng 葛gě 区ōu 尉yù 折shé 员yùn 覃qín 翟zhái 洗xiǎn 冼xiǎn 牟mù 晏yàn 逄páng 卜bǔ 谌chén 臧zāng';
