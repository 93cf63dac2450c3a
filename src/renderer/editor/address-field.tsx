import { type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from '../ui/use-translation'

interface AddressFieldProps {
  readonly label: string
  readonly initialAddress: string
  /** The label of a second field; left out, there is none. */
  readonly textLabel?: string
  readonly isValid: (address: string) => boolean
  readonly onSubmit: (address: string, text: string) => void
  readonly onRemove?: (() => void) | undefined
  /** Chooses a file instead of an address; left out, there is no button for it. */
  readonly onChooseFile?: () => void
  readonly onCancel: () => void
}

/** The row under the toolbar where the address of a link or an image is written. */
export function AddressField(props: AddressFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const [address, setAddress] = useState(props.initialAddress)
  const [text, setText] = useState('')
  const isUsable = address.trim() !== '' && props.isValid(address.trim())

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (isUsable) props.onSubmit(address.trim(), text.trim())
  }

  return (
    <form
      className="address-field"
      onKeyDown={event => {
        if (event.key === 'Escape') props.onCancel()
      }}
      onSubmit={submit}
    >
      <label htmlFor={`${id}-address`}>{props.label}</label>
      <input
        autoComplete="off"
        autoFocus
        id={`${id}-address`}
        onChange={event => setAddress(event.target.value)}
        spellCheck={false}
        type="text"
        value={address}
      />
      {props.textLabel !== undefined && (
        <>
          <label htmlFor={`${id}-text`}>{props.textLabel}</label>
          <input id={`${id}-text`} onChange={event => setText(event.target.value)} type="text" value={text} />
        </>
      )}
      <button className="address-button is-main" disabled={!isUsable} type="submit">
        {t('editor.address.apply')}
      </button>
      {props.onChooseFile !== undefined && (
        <button className="address-button" onClick={props.onChooseFile} type="button">
          {t('editor.address.chooseFile')}
        </button>
      )}
      {props.onRemove !== undefined && (
        <button className="address-button" onClick={props.onRemove} type="button">
          {t('editor.address.remove')}
        </button>
      )}
      <button className="address-button" onClick={props.onCancel} type="button">
        {t('editor.address.cancel')}
      </button>
    </form>
  )
}
