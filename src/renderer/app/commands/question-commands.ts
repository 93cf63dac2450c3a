import { focusEditor } from '../../state/editor-info'
import { goTo, usePlace } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { openDialog } from '../../state/view'
import { isWritable, type CommandContext, type UngroupedCommand } from './command-context'

/** Moving among questions, and what can be done with the open one. */
export function questionCommands(context: CommandContext): UngroupedCommand[] {
  const { t, questions } = context
  const open = openQuestion(context)
  const canChange = isWritable(context) && open !== undefined
  return [
    {
      id: 'question.next',
      label: t('commands.nextQuestion'),
      shortcut: 'Alt+ArrowDown',
      isEnabled: questions.length > 0,
      run: () => step(context, 1),
    },
    {
      id: 'question.previous',
      label: t('commands.previousQuestion'),
      shortcut: 'Alt+ArrowUp',
      isEnabled: questions.length > 0,
      run: () => step(context, -1),
    },
    {
      id: 'question.nextUnanswered',
      label: t('commands.nextUnanswered'),
      isEnabled: questions.some(placed => placed.item.status !== 'answered'),
      run: () => goToNextUnanswered(context),
    },
    {
      id: 'question.answered',
      label: t('commands.markAnswered'),
      shortcut: 'Mod+Shift+Enter',
      isEnabled: canChange,
      run: () => open !== undefined && void toggleAnswered(context, open),
    },
    { id: 'answer.link', label: t('answer.link'), isEnabled: canChange, run: () => openDialog('link-note') },
    {
      id: 'questions.import',
      label: t('commands.import'),
      isEnabled: isWritable(context),
      run: () => openDialog('import'),
    },
  ]
}

function openQuestion({ questions, place }: CommandContext): PlacedQuestion | undefined {
  return place?.kind === 'question' ? questions.find(placed => placed.item.id === place.id) : undefined
}

/** Of the place that was gone to last, which keys that are pressed quickly leave before it is shown. */
function openIndex(questions: readonly PlacedQuestion[]): number {
  const { place } = usePlace.getState()
  return place?.kind === 'question' ? questions.findIndex(placed => placed.item.id === place.id) : -1
}

function step({ questions }: CommandContext, offset: number): void {
  const index = Math.max(0, Math.min(questions.length - 1, openIndex(questions) + offset))
  goToQuestion(questions[index])
}

function goToNextUnanswered({ questions }: CommandContext): void {
  const index = openIndex(questions) + 1
  const inOrder = [...questions.slice(index), ...questions.slice(0, index)]
  goToQuestion(inOrder.find(placed => placed.item.status !== 'answered'))
}

function goToQuestion(placed: PlacedQuestion | undefined): void {
  if (placed === undefined) return
  focusEditor({ whenOpen: true })
  goTo({ kind: 'question', id: placed.item.id })
}

async function toggleAnswered({ access }: CommandContext, { item }: PlacedQuestion): Promise<void> {
  const status = item.status === 'answered' ? 'draft' : 'answered'
  await access.client['questions.setStatus']({ id: item.id, status })
}
