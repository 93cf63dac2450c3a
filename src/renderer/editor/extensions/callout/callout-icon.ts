import { calloutIconPath } from '../../../../shared/domain/markdown/callout-icons'
import type { CalloutType } from '../../../../shared/domain/markdown/callout-types'

const chevron = 'M6 9l6 6l6-6'
const svgNamespace = 'http://www.w3.org/2000/svg'

/** The icon of a type. */
export function calloutIcon(type: CalloutType | undefined): SVGElement {
  return lineIcon(calloutIconPath(type))
}

/** What a button to fold shows. */
export function foldIcon(): SVGElement {
  return lineIcon(chevron)
}

function lineIcon(path: string): SVGElement {
  const icon = document.createElementNS(svgNamespace, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  icon.classList.add('line-icon')
  const line = document.createElementNS(svgNamespace, 'path')
  line.setAttribute('d', path)
  icon.append(line)
  return icon
}
