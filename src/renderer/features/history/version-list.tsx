import type { NoteVersion } from '../../../shared/contract/history-procedures'
import { ChoiceList } from '../../ui/choice-list'
import { wordChange } from '../../ui/format-change'
import { formatMoment } from '../../ui/format-moment'
import { useNow } from '../../ui/use-now'
import { useTranslation } from '../../ui/use-translation'

/** The versions of a note, the newest first. */
export function VersionList({
  versions,
  shown,
  onShow,
}: {
  readonly versions: readonly NoteVersion[]
  readonly shown: NoteVersion
  readonly onShow: (id: string) => void
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const sizeOf = ({ words, bytes }: NoteVersion): string =>
    words === null ? t('history.bytes', { bytes }) : t('history.words', { count: words })
  return (
    <ChoiceList
      label={t('history.versions')}
      chosenId={shown.id}
      onChoose={onShow}
      items={versions.map((version, index) => ({
        id: version.id,
        title: formatMoment(version.at, now, i18n.language),
        details: [
          { text: t(`history.reason.${version.reason}`) },
          {
            text: sizeOf(version),
            end: wordChange(version.words, versions[index + 1]?.words, i18n.language),
          },
        ],
      }))}
    />
  )
}
