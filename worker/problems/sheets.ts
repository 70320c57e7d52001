import type { ProblemEntry } from './entry.ts'

/** `sheet_` and the code of worker/files/sheets/problem.ts or of a report sheet that could not be read. */
export const sheetProblems = {
  sheet_empty: {
    status: 422,
    zh: ['文件是空的', '这个文件里没有任何内容。'],
    en: ['Empty file', 'This file holds nothing.'],
  },
  sheet_too_large: {
    status: 413,
    zh: ['文件过大', '表格文件最大 {limit} 字节。'],
    en: ['File too large', 'A sheet may have at most {limit} bytes.'],
  },
  sheet_too_many_rows: {
    status: 413,
    zh: ['行数过多', '一张表最多 {limit} 行，请只保留要报送的内容。'],
    en: ['Too many rows', 'A sheet may have at most {limit} rows. Keep only what is reported.'],
  },
  sheet_too_many_columns: {
    status: 413,
    zh: ['列数过多', '一张表最多 {limit} 列。'],
    en: ['Too many columns', 'A sheet may have at most {limit} columns.'],
  },
  sheet_too_many_cells: {
    status: 413,
    zh: ['单元格过多', '一个文件最多 {limit} 个单元格。'],
    en: ['Too many cells', 'A file may have at most {limit} cells.'],
  },
  sheet_too_many_parts: {
    status: 413,
    zh: ['文件结构过大', '这个文件的内部部件太多，请另存为新的 .xlsx 再上传。'],
    en: ['Too many parts', 'This file has too many parts inside. Save it anew as .xlsx.'],
  },
  sheet_expands_too_much: {
    status: 413,
    zh: ['解压后过大', '这个文件解压后过大，不予处理。'],
    en: ['Expands too much', 'This file unpacks to far more than a sheet needs and is not read.'],
  },
  sheet_forbidden_markup: {
    status: 422,
    zh: ['含有不允许的内容', '这个文件引用了外部内容或含有不允许的标记，请另存为新的 .xlsx 再上传。'],
    en: [
      'Markup not allowed',
      'This file refers to outside content or holds markup that is not allowed. Save it anew as .xlsx.',
    ],
  },
  sheet_damaged: {
    status: 422,
    zh: ['文件损坏', '这个文件打不开，可能没有保存完整，请重新保存后上传。'],
    en: ['Damaged file', 'This file cannot be opened. Save it again and upload it.'],
  },
  sheet_encrypted: {
    status: 422,
    zh: ['文件有密码', '请先去掉打开密码，再上传。'],
    en: ['Password protected', 'Remove the password from this file first.'],
  },
  sheet_old_excel: {
    status: 415,
    zh: ['旧版表格', '这是旧版 Excel 文件（.xls）。请用 WPS 或 Excel 打开，“另存为” .xlsx 后再上传。'],
    en: [
      'Old Excel file',
      'This is an .xls file. Open it in WPS or Excel, save it as .xlsx and upload that.',
    ],
  },
  sheet_wps_et: {
    status: 415,
    zh: ['WPS 表格', '这是 WPS 表格文件（.et）。请在 WPS 中“另存为” .xlsx 后再上传。'],
    en: ['WPS spreadsheet', 'This is an .et file. Save it as .xlsx in WPS and upload that.'],
  },
  sheet_binary_excel: {
    status: 415,
    zh: ['二进制表格', '这是 .xlsb 文件，请“另存为” .xlsx 后再上传。'],
    en: ['Binary workbook', 'This is an .xlsb file. Save it as .xlsx and upload that.'],
  },
  sheet_open_document: {
    status: 415,
    zh: ['ODS 表格', '这是 .ods 文件，请“另存为” .xlsx 后再上传。'],
    en: ['OpenDocument sheet', 'This is an .ods file. Save it as .xlsx and upload that.'],
  },
  sheet_word: {
    status: 415,
    zh: ['这是文档', '这是 Word 文档，请把其中的表格复制到 .xlsx 表格里再上传。'],
    en: ['A text document', 'This is a Word document. Copy its table into an .xlsx sheet and upload that.'],
  },
  sheet_pdf: {
    status: 415,
    zh: ['这是 PDF', 'PDF 不能读取，请上传原来的 .xlsx 表格。'],
    en: ['A PDF', 'A PDF cannot be read as a sheet. Upload the original .xlsx.'],
  },
  sheet_image: {
    status: 415,
    zh: ['这是图片', '图片不能读取，请上传 .xlsx 或 .csv 表格。'],
    en: ['An image', 'An image cannot be read as a sheet. Upload an .xlsx or .csv.'],
  },
  sheet_web_page: {
    status: 415,
    zh: ['这是网页', '这是网页格式的文件，请打开后“另存为” .xlsx 再上传。'],
    en: ['A web page', 'This is a web page. Open it, save it as .xlsx and upload that.'],
  },
  sheet_xml_spreadsheet: {
    status: 415,
    zh: ['XML 表格', '这是 XML 表格，请打开后“另存为” .xlsx 再上传。'],
    en: ['XML spreadsheet', 'This is an XML spreadsheet. Open it, save it as .xlsx and upload that.'],
  },
  sheet_rich_text: {
    status: 415,
    zh: ['这是 RTF', '这是 RTF 文档，请把其中的表格复制到 .xlsx 表格里再上传。'],
    en: ['Rich text', 'This is an RTF document. Copy its table into an .xlsx sheet and upload that.'],
  },
  sheet_archive: {
    status: 415,
    zh: ['这是压缩包', '请先解压，再上传其中的 .xlsx 或 .csv 表格。'],
    en: ['An archive', 'Unpack it first and upload the .xlsx or .csv inside.'],
  },
  sheet_unknown_format: {
    status: 415,
    zh: ['认不出的格式', '请上传 .xlsx 或 .csv 表格。'],
    en: ['Unknown format', 'Upload an .xlsx or .csv sheet.'],
  },
  sheet_unknown_encoding: {
    status: 422,
    zh: ['认不出的编码', '请把文件另存为 UTF-8 编码的 .csv 或 .xlsx 再上传。'],
    en: ['Unknown encoding', 'Save it as .csv in UTF-8, or as .xlsx, and upload that.'],
  },
  sheet_no_cells: {
    status: 422,
    zh: ['表里没有内容', '这个表格里没有填任何内容。'],
    en: ['Nothing in the sheet', 'No cell of this sheet is filled in.'],
  },
  sheet_no_table: {
    status: 422,
    zh: ['找不到表格', '没有找到写着村名的一列，请在表头写明“村名”。'],
    en: ['No table found', 'No column of names was found. Give the column a heading such as 村名.'],
  },
  sheet_no_issues: {
    status: 422,
    zh: [
      '找不到台账',
      '没有找到写着“问题”的一列。表头请写：序号、问题、地点、责任单位、责任人、整改措施、时限、完成情况、销号时间。',
    ],
    en: [
      'No ledger found',
      'No column of problems was found. Give it a heading such as 问题, beside 地点 and 责任单位.',
    ],
  },
  sheet_no_value_column: {
    status: 422,
    zh: ['缺少数值列', '没有找到这个来源要的一列，请在表头写明“名次”“得分”或“问题数”。'],
    en: [
      'No value column',
      'The column this source needs was not found. Give it a heading such as 名次, 得分 or 问题数.',
    ],
  },
  sheet_no_exposure_column: {
    status: 422,
    zh: ['缺少覆盖量', '这个来源要按覆盖量折算，请加一列“户数”或“面积”。'],
    en: ['No exposure column', 'This source is divided by exposure. Add a column of households or area.'],
  },
  sheet_no_rows: {
    status: 422,
    zh: ['没有数据行', '表头下面没有数据。'],
    en: ['No rows', 'There are no rows under the heading.'],
  },
  sheet_no_values: {
    status: 422,
    zh: ['没有数值', '所有行都没有填数值。'],
    en: ['No values', 'No row has a value.'],
  },
  sheet_pick_unclear: {
    status: 422,
    zh: ['指定行有误', 'pick 应写作 行号:对象编号，行号从 1 开始；对象留空表示不要这一行。'],
    en: [
      'Unclear pick',
      'Write pick as ROW:SUBJECT with rows counted from 1; leave the subject empty to leave the row out.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
