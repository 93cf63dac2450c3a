import { app } from 'electron'

/** Languages that the native parts have. */
export type NativeLanguage = 'en' | 'zh'

/** What menus and messages of the system say; the page has its own words. */
const english = {
  file: 'File',
  openRecent: 'Open recent',
  clearRecent: 'Clear list',
  close: 'Close',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAsText: 'Paste as plain text',
  selectAll: 'Select all',
  view: 'View',
  resetZoom: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  devTools: 'Developer tools',
  window: 'Window',
  minimise: 'Minimise',
  help: 'Help',
  spelling: 'Spelling',
  checkSpelling: 'Check spelling',
  noSuggestion: 'No suggestion',
  addToDictionary: (word: string) => `Add “${word}” to the dictionary`,
  openLink: (url: string) => `Open ${url}`,
  copyLink: 'Copy link',
  notSaved: 'Some of your text is not saved',
  notSavedDetail:
    'Answerbook could not save everything that you wrote. If you close it now, that text is lost.',
  goBack: 'Go back to it',
  closeAnyway: 'Close without saving',
  crashed: 'The window failed again and again',
  crashedDetail: (reason: string) =>
    `Its process ended (${reason}). Your text is kept, also what was not saved yet.`,
  hangs: 'The window does not respond',
  hangsDetail: 'You can wait, or load it again. Your text is kept, also what is not saved yet.',
  wait: 'Wait',
  loadAgain: 'Load again',
}

export type NativeWords = typeof english

const chinese: NativeWords = {
  file: '文件',
  openRecent: '打开最近使用的',
  clearRecent: '清除列表',
  close: '关闭',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pasteAsText: '粘贴为纯文本',
  selectAll: '全选',
  view: '视图',
  resetZoom: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  devTools: '开发者工具',
  window: '窗口',
  minimise: '最小化',
  help: '帮助',
  spelling: '拼写',
  checkSpelling: '检查拼写',
  noSuggestion: '没有建议',
  addToDictionary: word => `将“${word}”加入词典`,
  openLink: url => `打开 ${url}`,
  copyLink: '复制链接',
  notSaved: '有些文字还没有保存',
  notSavedDetail: '你写的内容没能全部保存。现在关闭，这些文字就会丢失。',
  goBack: '返回',
  closeAnyway: '不保存并关闭',
  crashed: '窗口多次出错',
  crashedDetail: reason => `它的进程已结束（${reason}）。你的文字都还在，包括尚未保存的。`,
  hangs: '窗口没有响应',
  hangsDetail: '可以等待，也可以重新加载。你的文字都还在，包括尚未保存的。',
  wait: '等待',
  loadAgain: '重新加载',
}

let chosen: NativeLanguage | undefined

/** From now on the native parts speak the language of the page. */
export function setNativeLanguage(language: NativeLanguage): void {
  chosen = language
}

/** The words in the page's language; before it has said which, in the system's. */
export function nativeWords(): NativeWords {
  const language = chosen ?? (app.getLocale().startsWith('zh') ? 'zh' : 'en')
  return language === 'zh' ? chinese : english
}
