/** The element id of a row; those of other keys are others, and none has a space, which would divide it in a reference. */
export function rowId(prefix: string, key: string): string {
  return `${prefix}-${key.replace(/[\s_]/g, sign => `_${sign.charCodeAt(0)}_`)}`
}
