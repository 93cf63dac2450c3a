import type { PageFrame, PageFrames } from './chromium/page-frames.ts'
import type { ContextMenuTarget } from './page-world/page-messages.ts'
import { fromChromiumUrl } from './scheme-url.ts'
import { createWebFrame } from './web-frame.ts'

/** What `context-menu` tells. Chromium's spelling suggestions can't be had: no word is ever misspelt. */
export function contextMenuParams(
  frames: PageFrames,
  frame: PageFrame,
  target: ContextMenuTarget,
): Electron.ContextMenuParams {
  const hasSelection = target.selectionText !== ''
  const { isEditable } = target
  return {
    ...target,
    linkURL: fromChromiumUrl(target.linkURL),
    srcURL: fromChromiumUrl(target.srcURL),
    pageURL: fromChromiumUrl(target.pageURL),
    frameURL: frame.url,
    frame: createWebFrame(frames, frame),
    mediaType: target.srcURL === '' ? 'none' : 'image',
    hasImageContents: target.srcURL !== '',
    titleText: '',
    altText: '',
    suggestedFilename: '',
    selectionRect: { x: target.x, y: target.y, width: 0, height: 0 },
    selectionStartOffset: 0,
    referrerPolicy: { url: '', policy: 'strict-origin-when-cross-origin' },
    misspelledWord: '',
    dictionarySuggestions: [],
    frameCharset: 'UTF-8',
    formControlType: 'none',
    spellcheckEnabled: isEditable,
    menuSourceType: 'mouse',
    mediaFlags: {
      inError: false,
      isPaused: false,
      isMuted: false,
      hasAudio: false,
      isLooping: false,
      isControlsVisible: false,
      canToggleControls: false,
      canPrint: false,
      canSave: false,
      canShowPictureInPicture: false,
      isShowingPictureInPicture: false,
      canRotate: false,
      canLoop: false,
    },
    editFlags: {
      canUndo: isEditable,
      canRedo: isEditable,
      canCut: isEditable && hasSelection,
      canCopy: hasSelection,
      canPaste: isEditable,
      canDelete: isEditable && hasSelection,
      canSelectAll: true,
      canEditRichly: isEditable,
    },
  }
}
