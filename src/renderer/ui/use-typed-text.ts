import { useEffect, useEffectEvent, useState } from 'react'

/** Who types goes on within so many milliseconds, or is done. */
const pauseMs = 800

/** A text that is being typed. */
export interface TypedText {
  readonly text: string
  /** Whether the user is done with it, for now: what is wrong with it can be told. */
  readonly isDone: boolean
  readonly type: (text: string) => void
  /** Hands over what was typed; a pause, and the end of the field, do it by themselves. */
  readonly finish: () => void
}

/**
 * The text of a field whose value is kept elsewhere. What is typed stays as it is until the user is done, and is handed over
 * then rather than with each key; a value that is changed from outside takes its place.
 *
 * @param onDone tells what `value` becomes, or undefined where the text is no value and nothing is to be kept.
 */
export function useTypedText(value: string, onDone: (text: string) => string | undefined): TypedText {
  const [known, setKnown] = useState(value)
  const [typed, setTyped] = useState<{ readonly text: string; readonly isDone: boolean }>()
  const [told, setTold] = useState<string>()
  if (value !== known) {
    setKnown(value)
    if (value !== told || typed?.isDone === true) setTyped(undefined)
  }
  const isPending = typed?.isDone === false
  const finish = (): void => {
    if (typed === undefined) return
    setTyped({ ...typed, isDone: true })
    if (isPending) setTold(onDone(typed.text))
  }
  const finishLatest = useEffectEvent(finish)
  useEffect(() => {
    if (typed?.isDone !== false) return
    const timer = setTimeout(finishLatest, pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => () => finishLatest(), [])
  return {
    text: typed?.text ?? value,
    isDone: !isPending,
    type: text => setTyped({ text, isDone: false }),
    finish,
  }
}
