import { useEffect, useState } from 'react'
import { useBackend } from '../state/backend'

/** The text of a folder field: the user's documents, until something else is typed or chosen. */
export function useFolderField(): [folder: string, setFolder: (folder: string) => void] {
  const { client } = useBackend()
  const [home, setHome] = useState('')
  const [chosen, setChosen] = useState<string>()
  useEffect(() => void client['places.home']({}).then(({ path }) => setHome(path)), [client])
  return [chosen ?? home, setChosen]
}
