/** Chinese surnames of two characters that are met with today. */
const double = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 赫连 呼延 端木 独孤 南宫 ' +
    '西门 百里 东郭 轩辕 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 闾丘 鲜于 亓官 司寇 巫马 拓跋 ' +
    '完颜 纳兰 第五 东野 左丘 谷梁 公羊 微生 梁丘 公良 乐正 漆雕 壤驷 颛孙 宰父 段干 南门 羊舌 公西 贺兰'
  ).split(' '),
)

/** How many characters of a Han name are the surname: two for 欧阳 and the like where something follows, else one. */
export function surnameLength(letters: readonly string[]): 1 | 2 {
  return letters.length > 2 && double.has(`${letters[0]}${letters[1]}`) ? 2 : 1
}
