import { preventableEvent } from './preventable-event.ts'
import { StrictEmitter } from './unknown-members.ts'

/** `nativeTheme`. Every page follows it, by an emulated `prefers-color-scheme`; the system's own theme is light. */
class StandInNativeTheme
  extends StrictEmitter
  implements
    Pick<
      Electron.NativeTheme,
      | 'themeSource'
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'prefersReducedTransparency'
    >
{
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly prefersReducedTransparency = false
  #source: Electron.NativeTheme['themeSource'] = 'system'

  constructor() {
    super('nativeTheme')
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(source)}`)
    this.#source = source
    this.emit('updated', preventableEvent({}))
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

/** `nativeTheme`. */
export const nativeTheme = new StandInNativeTheme()
