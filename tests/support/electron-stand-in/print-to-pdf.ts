import type { Protocol } from './chromium/cdp-connection.ts'

const inches: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
}

/** `printToPDF`'s options in Chromium's terms. */
export function printParameters(options: Electron.PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins, ...rest } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (inches[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height]
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins ?? {}
  const sizes = {
    paperWidth,
    paperHeight,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
  }
  return { ...rest, ...sizes }
}
