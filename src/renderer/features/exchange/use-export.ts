import { useEffect, useState } from 'react'
import type { AppErrorCode } from '../../../shared/contract/app-error'
import type { ExportReport, ExportScope } from '../../../shared/contract/exchange-procedures'
import {
  folderFormats,
  type ExportFormat,
  type LinkStyle,
} from '../../../shared/domain/export/export-formats'
import { exportLanguages, type ExportLanguage } from '../../../shared/domain/export/export-words'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { useExportScope } from '../../state/export-scope'
import { keyOfScope, useExportScopes, type ExportScopeOption } from './use-export-scopes'
import { useTranslation } from '../../ui/use-translation'

export type ExportStage =
  | { readonly kind: 'asking'; readonly error?: string | undefined; readonly mayOverwrite?: boolean }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }

export interface ExportOptions {
  readonly format: ExportFormat
  /** A value of `scopes`. */
  readonly scope: string
  readonly include: 'all' | 'answered'
  /** Of the format `markdown`. */
  readonly hasMetadata: boolean
  readonly isAnswersOnly: boolean
  /** Of the format `folder`. */
  readonly links: LinkStyle
  readonly path: string
  readonly isFolder: boolean
}

export interface ExportControl {
  readonly stage: ExportStage
  readonly options: ExportOptions
  readonly scopes: readonly ExportScopeOption[]
  choose(change: Partial<Omit<ExportOptions, 'isFolder'>>): void
  /** Asks for the file in the system's own dialog. */
  choosePath(): void
  run(overwrite: boolean): void
  cancel(): void
}

const usualDetails: Pick<ExportOptions, 'hasMetadata' | 'isAnswersOnly' | 'links'> = {
  hasMetadata: false,
  isAnswersOnly: false,
  links: 'markdown',
}
const notebook: ExportScope = { kind: 'notebook' }

/** What the user chose to export, and the export that runs. `onDone` hears of its end. */
export function useExport(onDone: (report: ExportReport, format: ExportFormat) => void): ExportControl {
  const { client, sessions } = useBackend()
  const errorWords = useExportErrorWords()
  const scopes = useExportScopes()
  const first = useExportScope(state => state.scope)
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const [scopeKey, setScopeKey] = useState(keyOfScope(first))
  const [include, setInclude] = useState<'all' | 'answered'>('all')
  const [details, setDetails] = useState(usualDetails)
  const language = useExportLanguage()
  const [stage, setStage] = useState<ExportStage>({ kind: 'asking' })
  const scope = scopes.find(({ value }) => value === scopeKey)?.scope ?? notebook
  const [path, setPath] = useExportPath(format, scope)
  useProgress(setStage)
  const start = async (overwrite: boolean): Promise<void> => {
    setStage({ kind: 'working', done: 0, total: 1 })
    try {
      await sessions.flushAll()
      const { links, ...markdown } = details
      const how = { include, markdown, links, language, path: path.trim() }
      const report = await client['export.run']({ format, scope, ...how, overwrite })
      onDone(report, format)
    } catch (caught) {
      const code = errorCodeOf(caught)
      const mayOverwrite = code === 'export/would-overwrite' && !isFolderFormat(format)
      setStage({ kind: 'asking', error: errorWords(code), mayOverwrite })
    }
  }
  return {
    stage,
    scopes,
    options: {
      format,
      scope: keyOfScope(scope),
      include,
      ...details,
      path,
      isFolder: isFolderFormat(format),
    },
    choose: change => {
      setStage({ kind: 'asking' })
      setFormat(change.format ?? format)
      setScopeKey(change.scope ?? scopeKey)
      setInclude(change.include ?? include)
      const { hasMetadata, isAnswersOnly, links } = { ...details, ...change }
      setDetails({ hasMetadata, isAnswersOnly, links })
      // Another kind of export goes to another place.
      setPath(change.format === undefined && change.scope === undefined ? (change.path ?? path) : undefined)
    },
    choosePath: () => {
      const extension = /\.([^./\\]{1,10})$/.exec(path)?.[1] ?? 'md'
      void client['places.chooseSavePath']({ defaultPath: path, extension }).then(chosen => {
        if (chosen.path === null) return
        setStage({ kind: 'asking' })
        setPath(chosen.path)
      })
    },
    run: overwrite => void start(overwrite),
    cancel: () => void client['export.cancel']({}),
  }
}

/** The window's language, for the words that an export adds. */
function useExportLanguage(): ExportLanguage | undefined {
  'use no memo'
  // It is the same object in every language.
  const { i18n } = useTranslation()
  return exportLanguages.find(language => language === i18n.resolvedLanguage)
}

/** The path that was typed, else the one that the backend proposes for what is chosen. */
function useExportPath(
  format: ExportFormat,
  scope: ExportScope,
): [string, (path: string | undefined) => void] {
  const { client } = useBackend()
  const [proposed, setProposed] = useState('')
  const [typed, setTyped] = useState<string>()
  const key = JSON.stringify({ format, scope })
  useEffect(() => {
    let isCurrent = true
    const input = JSON.parse(key) as { format: ExportFormat; scope: ExportScope }
    void client['export.defaultPath'](input).then(value => isCurrent && setProposed(value.path))
    return () => {
      isCurrent = false
    }
  }, [client, key])
  return [typed ?? proposed, setTyped]
}

function useProgress(setStage: (change: (stage: ExportStage) => ExportStage) => void): void {
  const { on } = useBackend()
  useEffect(
    () =>
      on('export.progressed', progress =>
        setStage(stage => (stage.kind === 'working' ? { kind: 'working', ...progress } : stage)),
      ),
    [on, setStage],
  )
}

function isFolderFormat(format: ExportFormat): boolean {
  return folderFormats.some(name => name === format)
}

/** A place that isn't there was mistyped: it is no file that has gone. */
function useExportErrorWords(): (code: AppErrorCode) => string {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  return code => (code === 'storage/not-found' ? t('export.noFolder') : errorWords(code))
}
