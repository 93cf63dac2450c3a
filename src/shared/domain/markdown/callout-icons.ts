import type { CalloutType } from './callout-types'

const circle = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z'

/** Lines in a box of 24 by 24. */
const icons: Readonly<Record<CalloutType, string>> = {
  note: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  abstract: 'M9 3h6v4H9zM9 5H5v16h14V5h-4M9 12h6M9 16h6',
  info: `${circle}M12 11v6M12 7.5v.01`,
  todo: `${circle}M8 12l3 3l5-6`,
  tip: 'M9 18h6M10 21h4M9 15c-2-1.5-3-3-3-5.5a6 6 0 0 1 12 0c0 2.5-1 4-3 5.5z',
  success: 'M4 12.5l5.5 5.5L20 6.5',
  question: `${circle}M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 17v.01`,
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.3v.01',
  failure: 'M6 6l12 12M18 6L6 18',
  danger: 'M13 2L4 14h7l-1 8l9-12h-7z',
  bug: 'M8 10a4 4 0 0 1 8 0v5a4 4 0 0 1-8 0zM4 13h4M16 13h4M5 7l3 3M19 7l-3 3M5 19l3-2M19 19l-3-2M12 10v9',
  example: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  quote: 'M4 7h6v5c0 3-1.5 4.5-4.5 5M14 7h6v5c0 3-1.5 4.5-4.5 5',
}

/** The path of a type's icon, in a box of 24 by 24; an unknown type has the note's. */
export function calloutIconPath(type: CalloutType | undefined): string {
  return icons[type ?? 'note']
}
