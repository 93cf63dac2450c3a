import { StrictEmitter } from './unknown-members.ts'

const bounds = { x: 0, y: 0, width: 1920, height: 1080 }
const onlyDisplay = {
  id: 1,
  label: 'stand-in',
  bounds,
  workArea: bounds,
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} as Electron.Display

/** `screen`: one display, until a test puts others in the place of `getAllDisplays`; the rest follows from that. */
class StandInScreen
  extends StrictEmitter
  implements
    Pick<
      Electron.Screen,
      | 'getAllDisplays'
      | 'getPrimaryDisplay'
      | 'getDisplayMatching'
      | 'getDisplayNearestPoint'
      | 'getCursorScreenPoint'
    >
{
  constructor() {
    super('screen')
  }

  getAllDisplays = (): Electron.Display[] => [onlyDisplay]
  getPrimaryDisplay = (): Electron.Display => this.getAllDisplays()[0] ?? onlyDisplay
  getCursorScreenPoint = (): Electron.Point => ({ x: 0, y: 0 })

  getDisplayMatching(rectangle: Electron.Rectangle): Electron.Display {
    const byOverlap = this.getAllDisplays().toSorted(
      (one, other) => overlap(other.bounds, rectangle) - overlap(one.bounds, rectangle),
    )
    return byOverlap[0] ?? onlyDisplay
  }

  getDisplayNearestPoint({ x, y }: Electron.Point): Electron.Display {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }
}

/** `screen`. */
export const screen = new StandInScreen()

function overlap(one: Electron.Rectangle, other: Electron.Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}
