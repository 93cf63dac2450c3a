import { useState } from 'react'
import { useHomeFolder } from '../state/queries'

/** The text of a folder field: the user's documents, until something else is typed or chosen. */
export function useFolderField(): [folder: string, setFolder: (folder: string) => void] {
  const home = useHomeFolder()
  const [chosen, setChosen] = useState<string>()
  return [chosen ?? home ?? '', setChosen]
}
