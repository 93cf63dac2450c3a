import type { Editor } from '@tiptap/core'
import { type ReactNode, type SubmitEvent, useEffect, useId, useState } from 'react'
import type { EditorServices } from '../../editor-services'
import { isAllowedAddress } from '../note-link/note-link'
import { type LinkOption, linkOptions } from '../wiki-link/link-options'
import { changeAddress, changeWikiLink, labelOfLink } from './change-link'
import type { LinkInText } from './link-at'
import { useTranslation } from '../../../ui/use-translation'

interface LinkFieldsProps {
  readonly link: LinkInText
  readonly editor: Editor
  readonly services: EditorServices
  readonly onClose: () => void
}

/** Where a link leads, and what a wiki link is called in the text. */
export function LinkFields(props: LinkFieldsProps) {
  return props.link.kind === 'wiki' ? <WikiLinkFields {...props} /> : <AddressField {...props} />
}

function AddressField({ editor, link, onClose }: LinkFieldsProps) {
  const { t } = useTranslation()
  const id = useId()
  const [address, setAddress] = useState(link.target)
  const isUsable = address.trim() !== '' && isAllowedAddress(address)
  return (
    <FieldsForm
      isUsable={isUsable}
      onSubmit={() => {
        changeAddress(editor, link, address.trim())
        onClose()
      }}
    >
      <label htmlFor={id}>{t('editor.linkCard.address')}</label>
      <input
        autoComplete="off"
        autoFocus
        id={id}
        onChange={event => setAddress(event.target.value)}
        spellCheck={false}
        type="text"
        value={address}
      />
    </FieldsForm>
  )
}

function WikiLinkFields({ editor, link, services, onClose }: LinkFieldsProps) {
  const { t } = useTranslation()
  const id = useId()
  const [target, setTarget] = useState(link.target)
  const [label, setLabel] = useState(() => labelOfLink(link))
  const options = useTargets(target, services)
  return (
    <FieldsForm
      isUsable={target.trim() !== ''}
      onSubmit={() => {
        changeWikiLink(editor, link, target, label)
        onClose()
      }}
    >
      <label htmlFor={`${id}-target`}>{t('editor.linkCard.target')}</label>
      <input
        autoComplete="off"
        autoFocus
        id={`${id}-target`}
        list={`${id}-targets`}
        onChange={event => setTarget(event.target.value)}
        spellCheck={false}
        type="text"
        value={target}
      />
      <datalist id={`${id}-targets`}>
        {options.map(({ id: key, insert, kind, title }) => (
          <option key={`${kind} ${key}`} label={title} value={insert?.split('|', 1)[0]} />
        ))}
      </datalist>
      <label htmlFor={`${id}-label`}>{t('editor.linkCard.shownAs')}</label>
      <input
        autoComplete="off"
        id={`${id}-label`}
        onChange={event => setLabel(event.target.value)}
        type="text"
        value={label}
      />
    </FieldsForm>
  )
}

/** What a wiki link can lead to for what is typed. */
function useTargets(typed: string, services: EditorServices): readonly LinkOption[] {
  const [options, setOptions] = useState<readonly LinkOption[]>([])
  useEffect(() => {
    let isCurrent = true
    linkOptions(typed, services).then(
      found => isCurrent && setOptions(found.filter(isTarget)),
      () => isCurrent && setOptions([]),
    )
    return () => {
      isCurrent = false
    }
  }, [typed, services])
  return options
}

function isTarget({ kind, insert }: LinkOption): boolean {
  return kind !== 'create' && kind !== 'label' && insert !== null
}

interface FieldsFormProps {
  readonly isUsable: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function FieldsForm({ isUsable, onSubmit, children }: FieldsFormProps) {
  const { t } = useTranslation()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isUsable) onSubmit()
  }
  return (
    <form className="popover-form" onSubmit={submit}>
      {children}
      <button className="address-button is-main" disabled={!isUsable} type="submit">
        {t('editor.address.apply')}
      </button>
    </form>
  )
}
