export const sheets = {
  unknown: '没有叫“{name}”的村',
  ambiguous: '不止一个“{name}”',
  outside_scope: '“{name}”不在报送范围里',
  wrong_township: '“{name}”不在写的那个乡镇',
  unknown_band: '“{name}”这一行有认不出的颜色',
  duplicate: '“{name}”写了不止一次',
  name_missing: '没有写村名',
  badValue: '“{name}”的数值不对',
} as const
